"""A mail server that delivers nothing: it keeps what it is given, for a test to read."""

import email
import re
import socketserver
import threading
from email.message import EmailMessage
from email.policy import default
from typing import Self


class _Conversation(socketserver.StreamRequestHandler):
    """Just enough of SMTP for one sender after another."""

    def handle(self) -> None:
        self._say("220 here")
        for line in self.rfile:
            word = line[:4].upper().strip()
            if word == b"DATA":
                self._say("354 go on")
                self.server.letters.append(self._letter())  # type: ignore[attr-defined]
                self._say("250 kept")
            elif word == b"QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 yes")

    def _letter(self) -> EmailMessage:
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return email.message_from_bytes(b"".join(lines), policy=default)  # type: ignore[return-value]

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class PostOffice(socketserver.ThreadingTCPServer):
    """Open while it is used as a context; `letters` are in the order they came."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.letters: list[EmailMessage] = []
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()

    def link_for(self, address: str) -> str:
        """The first link in the last letter to somebody."""
        return self._found_for(address, r"https?://\S+")

    def code_for(self, address: str) -> str:
        """The code that stands alone on a line of the last letter to somebody."""
        return self._found_for(address, r"(?m)^[A-Z0-9-]{4,12}$")

    def letter_to(self, address: str) -> str:
        """Subject and words of the last letter to somebody."""
        letter = self._last_to(address)
        return f"{letter['Subject']}\n{self._words_of(letter)}"

    def _last_to(self, address: str) -> EmailMessage:
        letters = [letter for letter in self.letters if address in str(letter["To"])]
        assert letters, f"no letter for {address} among {[str(o['To']) for o in self.letters]}"
        return letters[-1]

    @staticmethod
    def _words_of(letter: EmailMessage) -> str:
        body = letter.get_body(("plain",))
        assert body is not None
        words: str = body.get_content()
        return words.replace("\r", "")

    def _found_for(self, address: str, pattern: str) -> str:
        words = self._words_of(self._last_to(address))
        found = re.search(pattern, words)
        assert found, words
        return found.group()
