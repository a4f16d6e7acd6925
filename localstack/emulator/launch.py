"""Starts moto behind one lock.

moto keeps its state in plain dictionaries and works on them from several threads. Transactions on tables copy and put
back without a lock, so parallel clients see server errors and lost writes. Here one request at a time enters moto; only
the waiting of an SQS long poll happens outside the lock.

Usage: launch.py HOST PORT      (port 0: any free port). Prints one line `listening HOST PORT` once it accepts connections.
Ends when its standard input is closed, so that it never outlives whoever started it.
"""

import io
import json
import os
import sys
import threading
import time

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

POLL_SECONDS = 0.1

moto = DomainDispatcherApplication(create_backend_app)
one_at_a_time = threading.RLock()


class QuietHandler(WSGIRequestHandler):
    """Writes no access log, only errors."""

    def log(self, type, message, *args):
        if type == "error":
            super().log(type, message, *args)


def read_body(environ):
    """The whole body of a request, chunked or with a length."""
    stream = environ["wsgi.input"]
    if environ.get("wsgi.input_terminated"):
        return stream.read()
    return stream.read(int(environ.get("CONTENT_LENGTH") or 0))


def answer(environ, body):
    """One pass through moto under the lock: (status, headers, body)."""
    seen = {}

    def start_response(status, headers, exc_info=None):
        seen.update(status=status, headers=headers)

    request = {**environ, "wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body))}
    request.pop("HTTP_TRANSFER_ENCODING", None)
    with one_at_a_time:
        chunks = moto(request, start_response)
        data = b"".join(chunks)
        if hasattr(chunks, "close"):
            chunks.close()
    return seen["status"], seen["headers"], data


def long_poll(environ, body):
    """Splits an SQS receive into (seconds to wait, the same receive without waiting)."""
    if environ.get("HTTP_X_AMZ_TARGET") != "AmazonSQS.ReceiveMessage":
        return 0, body
    try:
        asked = json.loads(body)
    except ValueError:
        return 0, body
    wait = asked.get("WaitTimeSeconds") or 0
    return wait, json.dumps({**asked, "WaitTimeSeconds": 0}).encode()


def application(environ, start_response):
    wait, body = long_poll(environ, read_body(environ))
    end = time.monotonic() + wait
    while True:
        status, headers, data = answer(environ, body)
        empty = status.startswith("200") and b'"Messages"' not in data
        if not (empty and time.monotonic() < end):
            break
        time.sleep(POLL_SECONDS)
    if not any(name.lower() == "content-length" for name, _ in headers):
        headers = [*headers, ("Content-Length", str(len(data)))]
    start_response(status, headers)
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else data]


def end_with_parent():
    """Leaves when the parent does: its end of our standard input closes with it."""
    sys.stdin.buffer.read()
    os._exit(0)


def main(host, port):
    server = make_server(host, port, application, threaded=True, request_handler=QuietHandler)
    threading.Thread(target=end_with_parent, daemon=True).start()
    print(f"listening {host} {server.port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
