"""A small identity provider on this machine: OpenID Connect with the authorization code flow.

It checks what a provider checks (the client's secret, the code, PKCE), and tells lies when a
test asks for it.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "zuil", "heel-geheim-van-de-balie"
_KEY, _OTHER_KEY = (rsa.generate_private_key(65537, 2048) for _ in range(2))


class Identity:
    """`person`: who logs in next. `lies`: claims of the token that are not as they should be."""

    def __init__(self) -> None:
        self.url = ""
        self.person: dict[str, Any] = {}
        self.lies: dict[str, Any] = {}
        self.told_of: dict[str, Any] = {}
        """What the page about a person says otherwise than the token."""
        self.wrong_key = False
        self.asked: list[dict[str, str]] = []
        self._codes: dict[str, dict[str, str]] = {}

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser goes next; the person has typed a password here."""
        self.asked.append(asked)
        code = secrets.token_hex(8)
        self._codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, said: dict[str, str]) -> dict[str, Any] | None:
        asked = self._codes.pop(said.get("code", ""), None)
        if asked is None or (said.get("client_id"), said.get("client_secret")) != (CLIENT, SECRET):
            return None
        made = hashlib.sha256(said.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(made).rstrip(b"=").decode() != asked["code_challenge"]:
            return None
        claims = {
            "iss": self.url,
            "aud": CLIENT,
            "exp": int(time.time()) + 60,
            "nonce": asked["nonce"],
            "sub": self.person["sub"],
        } | self.lies
        claims = {name: value for name, value in claims.items() if value is not None}
        key = _OTHER_KEY if self.wrong_key else _KEY
        token = jwt.encode(claims, key, "RS256", headers={"kid": "one"})
        return {"access_token": "access", "token_type": "Bearer", "id_token": token}

    @property
    def described(self) -> dict[str, Any]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    @property
    def keys(self) -> dict[str, Any]:
        key = jwt.algorithms.RSAAlgorithm.to_jwk(_KEY.public_key(), as_dict=True)
        return {"keys": [key | {"kid": "one", "alg": "RS256", "use": "sig"}]}


@contextmanager
def running() -> Iterator[Identity]:
    identity = Identity()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, query = urlsplit(self.path).path, urlsplit(self.path).query
            if path == "/authorize":
                asked = {name: value[0] for name, value in parse_qs(query).items()}
                self.send_response(302)
                self.send_header("Location", identity.authorize(asked))
                self.end_headers()
                return
            pages = {
                "/.well-known/openid-configuration": identity.described,
                "/keys": identity.keys,
                "/userinfo": identity.person | identity.told_of,
            }
            self._answer(pages.get(path))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer(identity.token({name: value[0] for name, value in parse_qs(body).items()}))

        def _answer(self, content: dict[str, Any] | None) -> None:
            self.send_response(400 if content is None else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(content or {"error": "invalid_grant"}).encode())

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    identity.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield identity
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
