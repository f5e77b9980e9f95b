# docker build -t pilotdiff . && docker run --rm -v "$PWD:/lists" pilotdiff match pilots.txt results.csv
# Not built here: there was no base image at hand.
FROM python:3.12-slim AS made
WORKDIR /source
COPY requirements/running.txt requirements/
RUN python -m venv /opt/pilotdiff \
 && /opt/pilotdiff/bin/pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements/running.txt
COPY . .
RUN /opt/pilotdiff/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim
COPY --from=made /opt/pilotdiff /opt/pilotdiff
ENV PATH=/opt/pilotdiff/bin:$PATH PYTHONUTF8=1
RUN useradd --create-home reader
USER reader
WORKDIR /lists
ENTRYPOINT ["pilotdiff"]
CMD ["--help"]
