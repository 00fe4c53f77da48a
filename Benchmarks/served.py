"""A server for the scripts that attack it, and a good client beside them."""
import json, os, resource, subprocess, sys, tempfile, threading, time, urllib.request

import program

CONFORMANCE = os.path.join(program.SHARED, "conformance")


class Served:
    """Runs `dateline serve` on a free port; `with` ends it. It must live until then.

    It serves the samples, a folder, or so many generated reports.
    """

    def __init__(self, *options, generated=0, documents=None):
        self.folder = tempfile.TemporaryDirectory()
        ready = os.path.join(self.folder.name, "ready")
        documents = documents or os.path.join(program.ROOT, "config", "documents")
        if generated:
            documents = os.path.join(self.folder.name, "reports.ndjson")
            generator = os.path.join(program.SHARED, "bench", "corpus", "generate.py")
            with open(documents, "w", encoding="utf-8") as file:
                subprocess.run([sys.executable, generator, str(generated)], stdout=file, check=True)
        self.process = subprocess.Popen(
            [program.binary(), "serve", "--documents", documents, "--port", "0", "--ready-file", ready,
             *options], stdout=subprocess.DEVNULL, preexec_fn=many_descriptors)
        for _ in range(3000):
            if os.path.exists(ready) or self.process.poll() is not None:
                break
            time.sleep(0.1)
        if not os.path.exists(ready):
            self.process.kill()
            sys.exit("the server did not start")
        with open(ready, encoding="utf-8") as file:
            self.address = json.load(file)["address"]
        self.port = self.address.rsplit(":", 1)[1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        died = self.process.poll()
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.folder.cleanup()
        if died is not None:
            sys.exit(f"the server died with {died}")

    def get(self, path, accept="*/*"):
        request = urllib.request.Request(self.address + path, headers={"Accept": accept})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read()

    def private_megabytes(self):
        """Memory that is the process's own and nobody else's."""
        with open(f"/proc/{self.process.pid}/smaps_rollup", encoding="ascii") as file:
            return sum(int(line.split()[1]) for line in file if line.startswith("Private_")) / 1024


class MemoryWatch(threading.Thread):
    """The most private memory of a server, looked at ten times a second until `stop`."""

    def __init__(self, served):
        super().__init__(daemon=True)
        self.served, self.stopped, self.most = served, threading.Event(), 0.0

    def run(self):
        while not self.stopped.wait(0.1):
            self.most = max(self.most, self.served.private_megabytes())

    def stop(self):
        self.stopped.set()
        self.join()
        return self.most


class GoodClient(threading.Thread):
    """Asks every tenth of a second, on a new connection each time, until `stop`."""

    def __init__(self, served):
        super().__init__(daemon=True)
        self.served, self.stopped, self.seconds, self.failures = served, threading.Event(), [], 0

    def run(self):
        while not self.stopped.wait(0.1):
            start = time.monotonic()
            try:
                self.served.get("/")
            except OSError:
                self.failures += 1
            self.seconds.append(time.monotonic() - start)

    def stop(self):
        self.stopped.set()
        self.join()
        return len(self.seconds), self.failures, max(self.seconds, default=0) * 1000


def many_descriptors():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65536), hard))
