# Two stages: Swift builds a binary that needs no Swift; Debian runs it without root.
FROM swift:6.2-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends libssl-dev zlib1g-dev libsqlite3-dev pkg-config
WORKDIR /source
COPY Package.swift ./
COPY Sources Sources
COPY Tests Tests
RUN swift build -c release --static-swift-stdlib --product dateline \
  && install -D "$(swift build -c release --static-swift-stdlib --show-bin-path)/dateline" /out/bin/dateline
COPY Public /out/share/dateline/Public
COPY config/gazetteer /out/share/dateline/gazetteer
COPY config/places.tsv /out/share/dateline/places.tsv
RUN /out/bin/dateline gazetteer build

FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends libssl3 zlib1g libsqlite3-0 libstdc++6 curl \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --no-create-home dateline
COPY --from=build /out /usr/local
USER dateline
ENV DATELINE_HOST=0.0.0.0 DATELINE_PORT=8080 DATELINE_DOCUMENTS=/documents
VOLUME /documents
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=2s --start-period=60s CMD curl -fsS http://127.0.0.1:8080/healthz
ENTRYPOINT ["dateline", "serve"]
