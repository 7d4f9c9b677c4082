"""The page as one file: styles, pictures, modules and data inside it, so that a double click opens it.

A browser loads no modules and fetches no data for a page that was opened as a file.
"""

import base64
import hashlib
import re
from pathlib import Path
from typing import Final

from bot.sandbox.server import LOOK

STATIC: Final = Path(__file__).parent / "static"
_FOLDERS: Final = {"static": STATIC, "look": LOOK}
_ADDRESS = re.compile(r"/(static|look)/([a-z]+\.[a-z]+)")
_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|class|const) (\w+)", re.MULTILINE)
_STYLE = re.compile(r'\s*<link rel="stylesheet" href="([^"]+)">')
_SCRIPT = re.compile(r'\s*<script type="module" src="([^"]+)"></script>')
_PICTURE = re.compile(r'(?<=["\'(])/(?:static|look)/[a-z]+\.svg')


def one_file(data: str) -> str:
    """index.html with everything in it; `data` is the JSON document of the cards."""
    page = (STATIC / "index.html").read_text("utf-8")
    style = "\n".join(_source(address) for address in _STYLE.findall(page))
    style = _PICTURE.sub(lambda found: _data_address(found.group()), style)
    script = _joined(_SCRIPT.findall(page)[0])
    page = _PICTURE.sub(lambda found: _data_address(found.group()), page)
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = f'\n  <meta http-equiv="Content-Security-Policy" content="{policy}">\n  <style>{style}</style>'
    # `<` would end the element or begin a comment; JSON and the cards' texts do without it.
    held = data.replace("<", "\\u003c")
    body = f'  <script type="application/json" id="cards-data">{held}</script>\n  <script>{script}</script>\n'
    page = _STYLE.sub("", _SCRIPT.sub("", page))
    page = page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{head}', 1)
    return page.replace("</body>", f"{body}</body>", 1)


def _source(address: str) -> str:
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(f"{address} is no file of the page")
    return (_FOLDERS[found[1]] / found[2]).read_text("utf-8")


def _joined(main: str) -> str:
    """The module `main` and all it imports as one plain script, each in a function of its own."""
    done: dict[str, str] = {}
    parts = ['"use strict";']

    def place(address: str) -> str:
        if address in done:
            return done[address]
        source = _source(address)
        imports = [(names.strip().rstrip(","), place(other)) for names, other in _IMPORT.findall(source)]
        exports = ", ".join(name for _, name in _EXPORT.findall(source))
        body = _EXPORT.sub(r"\1 \2", _IMPORT.sub("", source))
        taken = "".join(f"const {{ {names} }} = {module};\n" for names, module in imports)
        done[address] = f"module{len(done)}"
        parts.append(f"const {done[address]} = (() => {{\n{taken}{body}\nreturn {{ {exports} }};\n}})();")
        return done[address]

    place(main)
    return "\n".join(["(() => {", *parts, "})();"])


def _data_address(address: str) -> str:
    encoded = base64.b64encode(_source(address).encode()).decode()
    return f"data:image/svg+xml;base64,{encoded}"


def _hash(source: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
