"""What must not be written anywhere (Z13, S9, B1, N5), as functions like those of house.py."""

import ast
import re
from collections.abc import Iterable, Iterator

from django.db import models

# Path: why it is allowed there.
MAY_USE_SQL = {"glasswork/config/upkeep.py": "VACUUM and the write-ahead log have no Django words"}
MAY_MARK_UP = {
    "glasswork/ui/": "the one place that makes pictures and form fields into markup",
    "glasswork/lib/markdown.py": "our own content, and its renderer escapes every text",
}
MAY_HOLD_TEXT: dict[str, str] = {}  # "room.Model.field": why it holds no private words
MAY_MAKE_HTML = {"glasswork/ui/static/ui/trusted.js": "the page's one Trusted Types policy"}

NO_CALLS = {"eval", "exec", "mark_safe", "RawSQL", "executescript"}
MARKUP = {"Markup", "SafeString", "SafeText"}
NO_MODULES = {"pickle", "marshal", "shelve", "dill", "jsonpickle"}
NO_METHODS = {"raw", "extra", "executescript"}
TEXT_FIELDS = (models.CharField, models.TextField, models.JSONField, models.FileField)

NO_TEMPLATE = {
    r"\|\s*safe\b": "prints without escaping",
    r"\{%-?\s*autoescape\b": "switches escaping off",
    r"\{%-?\s*filter\s+safe": "prints without escaping",
}
NO_TAG = {
    r"\sstyle\s*=": "has an inline style",
    r"\son[a-z]+\s*=": "has an inline event handler",
    r"^<style\b": "has an inline style sheet",
    r"(href|src|action)\s*=\s*[\"']?\s*(javascript|data|vbscript):": "runs an address as a script",
    r"\ssrcdoc\s*=": "holds a page inside a page",
}
NO_SCRIPT = {
    r"geolocation": "asks where somebody is",
    r"clipboard\s*\.\s*read": "reads what somebody copied elsewhere",
    r"getUserMedia|getDisplayMedia|ImageCapture": "opens a camera, microphone or screen",
    r"getBattery|DeviceMotion|DeviceOrientation|devicemotion|deviceorientation": "reads the state of the device",
    r"IdleDetector|navigator\s*\.\s*(contacts|usb|bluetooth|hid|serial|connection)": "reads the state of the device",
    r"localStorage|sessionStorage|indexedDB": "keeps something in the browser",
    r"\beval\s*\(|new\s+Function|document\s*\.\s*write": "runs text as a script",
    r"innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|createPolicy": "makes text into markup",
    r"https?://(?!www\.w3\.org/)": "names another host",
}


def dangerous_python(path: str, text: str) -> list[str]:
    return [f"{path}:{line} {what}" for line, what in _dangers(path, ast.parse(text))]


def _dangers(path: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name.partition(".")[0] for alias in node.names}
            module = (node.module or "").partition(".")[0] if isinstance(node, ast.ImportFrom) else ""
            for name in sorted((names | {module}) & (NO_MODULES | NO_CALLS)):
                yield node.lineno, f"imports {name}"
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in NO_CALLS:
                yield node.lineno, f"calls {node.func.id}"
            if isinstance(node.func, ast.Name) and node.func.id in MARKUP and node.args:
                yield from _markup(path, node)
            if isinstance(node.func, ast.Attribute):
                yield from _dangerous_method(path, node.func)


def _markup(path: str, call: ast.Call) -> Iterator[tuple[int, str]]:
    if not path.startswith(tuple(MAY_MARK_UP)):
        yield call.lineno, "makes text into markup"


def _dangerous_method(path: str, method: ast.Attribute) -> Iterator[tuple[int, str]]:
    if method.attr in NO_METHODS | NO_CALLS:
        yield method.lineno, f"calls .{method.attr}()"
    if method.attr == "cursor" and path not in MAY_USE_SQL:
        yield method.lineno, "writes its own SQL"


def dangerous_template(path: str, text: str) -> list[str]:
    found = [f"{path} {why}" for pattern, why in NO_TEMPLATE.items() if re.search(pattern, text)]
    plain = re.sub(r"\{[%{#].*?[#}%]\}", " ", text, flags=re.DOTALL)
    for tag in re.findall(r"<[a-zA-Z][^>]*>", plain):
        found += [f"{path} {why}: {tag}" for pattern, why in NO_TAG.items() if re.search(pattern, tag)]
    for attributes, inside in re.findall(r"<script\b([^>]*)>(.*?)</script>", plain, flags=re.DOTALL):
        if inside.strip() or "src" not in attributes:
            found.append(f"{path} has an inline script")
    return found


def dangerous_script(path: str, text: str) -> list[str]:
    return [
        f"{path} {why}"
        for pattern, why in NO_SCRIPT.items()
        if re.search(pattern, text) and not ("createPolicy" in pattern and path in MAY_MAKE_HTML)
    ]


def text_fields(some: Iterable[type[models.Model]]) -> list[str]:
    """Fields that could hold words outside the seal."""
    names = {
        f"{model._meta.label}.{field.name}"
        for model in some
        for field in model._meta.get_fields()
        if isinstance(field, TEXT_FIELDS)
    }
    return [f"{name} could hold words outside the seal" for name in sorted(names - set(MAY_HOLD_TEXT))]
