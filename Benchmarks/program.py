"""The built program as the benchmarks run it: where it is, what it prints, the CPU time it takes."""
import json, os, resource, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(os.path.dirname(ROOT), "shared")


def binary():
    """The release build; ends the script where there is none."""
    path = os.environ.get("DATELINE") or os.path.join(ROOT, ".build", "release", "dateline")
    if not os.access(path, os.X_OK):
        sys.exit(f"{path} is not there: run make build")
    return path


def extract(texts, output, program=None, jobs=None):
    """Runs `dateline extract` over (id, text) pairs into a file; the CPU-seconds it took."""
    command = [program or binary(), "extract"] + (["--jobs", str(jobs)] if jobs else [])
    lines = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in texts).encode()
    with open(output, "wb") as file:
        return cpu_seconds(command, input=lines, stdout=file)


def cpu_seconds(command, **options):
    """Runs a command and gives the CPU-seconds it took; ends the script where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    status = subprocess.run(command, **options).returncode
    if status:
        sys.exit(f"{' '.join(command[:2])} ended with {status}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]
