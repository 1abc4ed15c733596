"""Imports point down the layers, and importing the package loads nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache

import pytest
from project import MODULES, tree_of

# What each layer may import, besides itself; modules that no prefix names belong to the longest prefix they begin with.
GROUND = {"attribution.spans", "attribution.errors", "attribution.model"}
DATA = {"attribution.lexicon", "attribution.models"}
STEPS = {
    "attribution.text",
    "attribution.extraction",
    "attribution.sources",
    "attribution.claims",
    "attribution.relations",
}
STEP = GROUND | DATA | {"attribution.text"}
VIEW = GROUND | DATA | STEPS | {"attribution", "attribution.pipeline", "attribution.escape", "attribution.jsonlines"}
MAY_IMPORT = {
    "attribution.spans": set(),
    "attribution.errors": set(),
    # A report shows itself as tables and in notebooks: its methods import the renderers when they are called.
    "attribution.model": {"attribution.spans", "attribution.errors", "attribution.report"},
    "attribution.escape": set(),
    "attribution.jsonlines": GROUND,
    "attribution.lexicon": {"attribution.errors"},
    "attribution.models": {"attribution.errors"},
    **dict.fromkeys(STEPS, STEP),
    # Relations compare claims: what negates, or stands for something said before, is the same question for both.
    "attribution.relations": STEP | {"attribution.claims"},
    "attribution.pipeline": GROUND | STEPS,
    "attribution": GROUND | {"attribution.pipeline", "attribution.text", "attribution.report"},
    "attribution.report": VIEW,
    "graphs": VIEW | {"attribution.report"},
    "attribution.evaluation": VIEW,
    "attribution.cli": VIEW | {"attribution.report", "graphs", "attribution.evaluation"},
    "attribution.__main__": {"attribution.cli"},
}
# Each with its reason: imports that the table does not allow, and that are right all the same.
EXCEPTIONS = {
    # `Report.to_frame` is part of the interface; the noun only hands itself on, when pandas is asked for.
    ("attribution.model", "attribution.report.frames"),
}
HEAVY = (
    "networkx", "click", "nltk", "numpy", "pandas", "matplotlib", "trafilatura", "charset_normalizer", "rich", "jinja2",
)  # fmt: skip


def layer_of(module: str) -> str:
    return max((layer for layer in MAY_IMPORT if module == layer or module.startswith(f"{layer}.")), key=len)


@cache
def imports_of(module: str, *, anywhere: bool = True) -> frozenset[str]:
    """Modules of this project that `module` imports; without `anywhere`, only those it imports when it is loaded."""
    tree = tree_of(module)
    found = set()
    for node in ast.walk(tree) if anywhere else loaded_nodes(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: write imports in full"
            base = str(node.module)
            found |= {f"{base}.{alias.name}" if f"{base}.{alias.name}" in MODULES else base for alias in node.names}
    return frozenset(found & MODULES.keys())


def loaded_nodes(tree: ast.Module) -> list[ast.AST]:
    """Nodes that run at import: not those in functions, nor under ``if TYPE_CHECKING``."""
    open_nodes, seen = list(ast.iter_child_nodes(tree)), []
    while open_nodes:
        node = open_nodes.pop()
        seen.append(node)
        typing_only = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        if not typing_only and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            open_nodes += ast.iter_child_nodes(node)
    return seen


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_point_down(module: str) -> None:
    layer = layer_of(module)
    allowed = MAY_IMPORT[layer] | {layer}
    upward = {name for name in imports_of(module) if layer_of(name) not in allowed}
    assert upward - {below for above, below in EXCEPTIONS if above == layer} == set()


def test_every_exception_is_still_needed() -> None:
    used = {(layer_of(module), name) for module in MODULES for name in imports_of(module)}
    assert used >= EXCEPTIONS


def test_modules_do_not_import_each_other_in_circles() -> None:
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, f"circle: {' > '.join((*path, module))}"
        if module not in done:
            for name in imports_of(module, anywhere=False):
                visit(name, (*path, module))
            done.add(module)

    for module in MODULES:
        visit(module, ())


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = f"import attribution, sys; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_importing_the_package_reads_no_packaged_data() -> None:
    program = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        "import attribution\n"
        "data = ('.tsv', '.txt', '.json', '.gz', '.npz', '.bin')\n"
        "print(*[name for name in opened if name.endswith(data)])\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
