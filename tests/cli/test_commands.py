"""The commands as a user meets them: exit status, one line for each problem, and what is written."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from attribution.cli import main

ARTICLE = (
    "Bridge over the Tarn closed\n\n"
    "The bridge is safe, the mayor said on Monday.\n\n"
    "The engineers' union denied that the bridge was safe.\n\n"
    '"We told them in spring," said Nadia Okoro, a spokeswoman for the union.\n'
)
QUIET = "The bridge was built in 1911. It has four arches.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def complaints(result: Result) -> list[str]:
    return result.stderr.splitlines()


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json", "csv", "jsonl"])
def test_report_writes_every_format_to_standard_output_or_a_file(article: Path, tmp_path: Path, format_: str) -> None:
    shown = call("report", article, "--format", format_)
    written = call("report", article, "--format", format_, "-o", tmp_path / "out")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert (written.exit_code, written.output) == (0, "")
    assert (tmp_path / "out").read_bytes() == shown.stdout_bytes
    assert b"The bridge is safe" in shown.stdout_bytes
    assert b"\x1b" not in shown.stdout_bytes


def test_a_reader_asks_for_a_part_of_the_report(article: Path) -> None:
    whole, disputes, union, sure = (
        call("report", article, *options).stdout
        for options in ([], ["--disputes"], ["--only", "the union"], ["--min-confidence", "1"])
    )
    assert "SOURCES" in whole
    assert "IN DISPUTE" in disputes
    assert "SOURCES" not in disputes
    assert " × mayor" in whole
    assert " × mayor" not in union
    assert "mayor says:" in union
    assert "No attribution found" in sure


def test_a_source_that_is_not_there_is_a_wrong_call_that_names_those_who_are(article: Path) -> None:
    result = call("report", article, "--only", "the weather service")
    assert result.exit_code == 2
    assert "mayor" in result.stderr
    assert result.stdout == ""


def test_the_page_has_the_picture_of_the_graph(article: Path) -> None:
    page = call("report", article, "--format", "html").stdout
    assert '<svg class="picture"' in page
    assert page.count("<script>") == 1


def test_the_json_report_has_the_text_unchanged_and_the_spans_in_it(article: Path) -> None:
    report = json.loads(call("report", article, "--format", "json").stdout)
    assert report["schema"] == "attribution-report/1"
    assert report["documents"][0]["text"] == ARTICLE
    cues = [ARTICLE[start:end] for attribution in report["attributions"] for start, end in attribution["cue"]]
    assert cues == ["said", "denied", "said"]


def test_several_articles_of_one_name_are_told_apart(article: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "bridge.txt").write_text(ARTICLE, "utf-8")
    report = json.loads(call("report", article, tmp_path / "more", "--format", "json").stdout)
    assert [document["id"] for document in report["documents"]] == ["bridge", "bridge-2"]
    assert {attribution["document"] for attribution in report["attributions"]} == {"bridge", "bridge-2"}


def test_an_article_in_which_nobody_speaks_is_a_result() -> None:
    result = call("report", "-", stdin=QUIET)
    assert result.exit_code == 0
    assert "No attribution found" in result.stdout


UNUSABLE: list[tuple[str, bytes | None]] = [
    ("missing.txt", None),
    ("empty.txt", b""),
    ("blank.txt", b" \n\t\n"),
    ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x08\x00\xff\xfe\x01" * 40),
    ("with space and \x1b[31m.txt", None),
]


@pytest.mark.parametrize(("name", "content"), UNUSABLE, ids=[name for name, _ in UNUSABLE])
@pytest.mark.parametrize("command", [["report"], ["graph", "-o", "out.svg"], ["extract"]], ids=lambda words: words[0])
def test_an_unusable_input_is_a_line_and_the_rest_is_still_reported(
    article: Path, tmp_path: Path, command: list[str], name: str, content: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path(name).write_bytes(content)
    result = call(*command, name, article)
    assert result.exit_code == 1
    assert len(complaints(result)) == 1
    shown = name.replace("\x1b", "\\x1b")
    assert complaints(result)[0].startswith(f"attribution: {shown}: ")
    assert result.stdout or Path("out.svg").exists()


@pytest.mark.parametrize("command", [["report"], ["graph", "-o", "out.svg"], ["extract"]], ids=lambda words: words[0])
def test_where_no_input_can_be_used_nothing_is_written(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    result = call(*command, "missing.txt", "folder")
    assert result.exit_code == 1
    assert len(complaints(result)) == 2
    assert (result.stdout, list(tmp_path.glob("out*"))) == ("", [])


@pytest.mark.parametrize(
    "text",
    ["\x00\x00 said \x00", "He said" * 2000, '"' * 500, "“" * 300 + " he said", "a\r\nb\rsaid he\n", "😀 said 😀"],
)
def test_odd_text_is_a_result(tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.txt").write_bytes(text.encode())
    for format_ in ("text", "json"):
        result = call("report", tmp_path / "odd.txt", "--format", format_)
        assert result.exit_code == 0 or (result.exit_code == 1 and len(complaints(result)) == 1)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["report"],
        ["report", "ARTICLE", "--format", "pdf"],
        ["report", "ARTICLE", "-o", "."],
        ["report", "ARTICLE", "-o", "none/out.txt"],
        ["report", "ARTICLE", "-o", "ARTICLE"],
        ["graph", "ARTICLE"],
        ["graph", "ARTICLE", "-o", "out.xlsx"],
        ["graph", "ARTICLE", "-o", "-"],
        ["extract", "ARTICLE", "ARTICLE", "--format", "ann"],
        ["extract", "lines.jsonl", "--format", "ann"],
        ["evaluate"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_2_and_does_no_harm(
    article: Path, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = call(*(str(article) if argument == "ARTICLE" else argument for argument in arguments))
    assert result.exit_code == 2
    assert article.read_text("utf-8") == ARTICLE


@pytest.mark.parametrize("suffix", ["graphml", "gexf", "json", "dot", "svg", "html", "GraphML"])
def test_graph_writes_the_format_of_the_suffix(article: Path, tmp_path: Path, suffix: str) -> None:
    result = call("graph", article, "-o", tmp_path / f"out.{suffix}")
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / f"out.{suffix}").stat().st_size > 500


def test_the_graphml_holds_the_article(article: Path, tmp_path: Path) -> None:
    call("graph", article, "-o", tmp_path / "out.graphml")
    graph = nx.read_graphml(tmp_path / "out.graphml", force_multigraph=True)
    assert {"asserts", "denies", "reported_in"} <= {kind for _, _, kind in graph.edges(data="kind")}


def write_lines(path: Path, *lines: str) -> Path:
    content = "".join(f"{line}\n" for line in lines).encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


RECORD = json.dumps({"id": 7, "text": ARTICLE})


@pytest.mark.parametrize("name", ["lines.jsonl", "lines.jsonl.gz"])
def test_extract_gives_a_line_for_each_record(tmp_path: Path, name: str) -> None:
    result = call("extract", write_lines(tmp_path / name, RECORD, "", RECORD.replace("7", '"b"')))
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [row["id"] for row in rows] == [7, "b"]
    assert rows[0]["attributions"] == rows[1]["attributions"]
    assert list(rows[0]["attributions"][0]) == ["source", "cue", "content", "type", "stance", "confidence"]


@pytest.mark.parametrize(
    "line", ["{", "[]", "7", '{"id": "a"}', '{"text": 7}', '{"id": [], "text": ""}', "[" * 100_000, "9" * 5_000]
)
def test_a_malformed_line_is_a_line_and_the_rest_goes_on(tmp_path: Path, line: str) -> None:
    path = write_lines(tmp_path / "lines.jsonl", RECORD, line, RECORD)
    result = call("extract", path)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert [complaint.startswith(f"attribution: {path}:2: ") for complaint in complaints(result)] == [True]


def test_damaged_compression_is_a_line_after_what_is_whole(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "lines.jsonl.gz", RECORD)
    path.write_bytes(path.read_bytes()[:-6])
    result = call("extract", path, write_lines(tmp_path / "more.jsonl", RECORD))
    assert result.exit_code == 1
    assert len(complaints(result)) == 1
    assert len(result.stdout.splitlines()) >= 1


@pytest.mark.parametrize(("stdin", "ids"), [(f"{RECORD}\n{RECORD}\n", [7, 7]), (ARTICLE, ["stdin"])])
def test_extract_tells_json_lines_from_an_article_on_standard_input(stdin: str, ids: list[object]) -> None:
    result = call("extract", "-", stdin=stdin)
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ids


def test_csv_is_safe_to_open_in_a_spreadsheet(tmp_path: Path) -> None:
    text = '"Cut it," said Mr =cmd.\n\n"=1+1 is two," said Ana Bell.\n'
    path = write_lines(tmp_path / "lines.jsonl", json.dumps({"id": "@sum", "text": text}))
    rows = list(csv.reader(io.StringIO(call("extract", path, "--format", "csv").stdout, newline="")))
    assert rows[0] == ["id", "source", "cue", "content", "type", "stance", "confidence", "start", "end"]
    assert len(rows) > 1
    assert [cell for row in rows[1:] for cell in row if cell[:1] in "=+-@" and cell] == []
    assert rows[1][0] == "'@sum"


def test_stand_off_marks_say_what_the_text_says(article: Path) -> None:
    lines = call("extract", article, "--format", "ann").stdout.splitlines()
    marks = [line.split("\t") for line in lines if line.startswith("T")]
    for _, place, words in marks:
        pieces = [piece.split() for piece in place.split(" ", 1)[1].split(";")]
        assert words == " ".join(ARTICLE[int(start) : int(end)] for start, end in pieces)
    assert any(line.endswith("Stance E2 denies") for line in lines)
    assert sum(line.startswith("E") for line in lines) == 3


def test_evaluate_scores_the_program(tmp_path: Path) -> None:
    report = json.loads(call("extract", write_lines(tmp_path / "a.jsonl", RECORD)).stdout)
    gold = write_lines(tmp_path / "gold.jsonl", json.dumps({**json.loads(RECORD), **report}))
    assert call("evaluate", gold).stdout.splitlines()[:2] == [
        "1 documents, 3 gold attributions",
        "whole           P 100.0  R 100.0  F1 100.0",
    ]
    figures = json.loads(call("evaluate", gold, "--json").stdout)["figures"]
    assert figures["exact-content"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


@pytest.mark.parametrize("line", ["{", RECORD, '{"id": 1, "text": "a", "attributions": [{"cue": [[0, 9]]}]}'])
def test_what_is_no_gold_is_a_line(tmp_path: Path, line: str) -> None:
    result = call("evaluate", write_lines(tmp_path / "gold.jsonl", line))
    assert result.exit_code == 1
    assert complaints(result)[0].startswith(f"attribution: {tmp_path / 'gold.jsonl'}:1: ")


def test_an_output_that_cannot_be_written_is_a_line(article: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no full device")
    result = call("report", article, "-o", "/dev/full")
    assert result.exit_code == 1
    assert complaints(result) == ["attribution: /dev/full cannot be written: No space left on device"]


def test_a_full_standard_output_is_a_line(article: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no full device")
    with open("/dev/full", "wb") as full:
        program = [sys.executable, "-m", "attribution", "report", str(article)]
        process = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert process.returncode == 1
    assert process.stderr == "attribution: standard output cannot be written: No space left on device\n"


def test_a_failed_run_leaves_the_old_file(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out.json").write_text("old")
    monkeypatch.setattr("attribution.cli.output.os.replace", lambda *_: (_ for _ in ()).throw(OSError("no")))
    assert call("report", article, "-o", tmp_path / "out.json").exit_code == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bridge.txt", "out.json"]
    assert (tmp_path / "out.json").read_text() == "old"


def test_a_fault_of_the_program_is_a_line_too(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> str:
        raise RuntimeError("broken")

    monkeypatch.setattr("attribution.pipeline.build_report", fail)
    result = call("report", article)
    assert result.exit_code == 1
    assert len(complaints(result)) == 1
    assert "RuntimeError: broken" in complaints(result)[0]


def test_an_interrupt_is_130(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("attribution.pipeline.build_report", interrupt)
    result = call("report", article)
    assert (result.exit_code, complaints(result)) == (130, ["attribution: interrupted"])


@pytest.mark.parametrize("command", ["", "report", "graph", "extract", "evaluate"])
def test_help_teaches_by_examples(command: str) -> None:
    result = call(*([command] if command else []), "--help")
    assert result.exit_code == 0
    assert f"  attribution {command}".rstrip() in result.stdout


def test_the_process_starts_reports_and_ends_when_its_reader_does(article: Path) -> None:
    program = [sys.executable, "-m", "attribution"]
    whole = subprocess.run([*program, "report", str(article)], capture_output=True, text=True, check=True)
    assert "IN DISPUTE" in whole.stdout
    many = subprocess.Popen(
        [*program, "extract", *[str(article)] * 500], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert many.stdout is not None
    assert many.stderr is not None
    many.stdout.readline()
    many.stdout.close()
    assert many.stderr.read() == ""
    many.stderr.close()
    assert many.wait() == 141


@pytest.mark.skipif(os.name == "nt", reason="signals are of POSIX")
def test_the_process_ends_at_an_interrupt_without_a_traceback(article: Path) -> None:
    program = [sys.executable, "-m", "attribution", "extract", *[str(article)] * 3000]
    process = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    deadline = time.monotonic() + 10
    _, errors = process.communicate(timeout=deadline - time.monotonic())
    assert (process.returncode, errors) == (130, "attribution: interrupted\n")


def test_what_is_longer_than_any_article_is_a_line(article: Path, tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_text("The minister said it would work, officials denied it. " * 100_000, "utf-8")
    result = call("report", tmp_path / "log.txt", article)
    assert result.exit_code == 1
    assert "Bridge over the Tarn closed" in result.stdout
    (line,) = complaints(result)
    assert "log.txt" in line
    assert "5,400,000 characters" in line


def test_several_processes_write_what_one_writes(tmp_path: Path) -> None:
    lines = [json.dumps({"id": number, "text": f"{ARTICLE}\n\nHe said {number} left.\n"}) for number in range(12)]
    lines.insert(5, "no record")
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    one, two = (call("extract", tmp_path / "in.jsonl", "--jobs", jobs) for jobs in ("1", "2"))
    assert one.exit_code == two.exit_code == 1
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) == 12
    assert complaints(one) == complaints(two)
