"""Labelled texts are read from any of their forms."""

import json

from dashlib.evaluate.rows import labelled_rows


def test_a_line_ends_at_a_line_feed_only(tmp_path):
    """A text may hold the other characters that Unicode calls line ends."""
    rows = [{"text": "one\u2028two\x85three"}, {"text": "four"}]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
    assert labelled_rows(path) == rows


def test_a_list_and_a_folder(tmp_path):
    """One JSON list is a set; a folder is all its files by name."""
    (tmp_path / "b.jsonl").write_text('{"text": "b"}\n\n')
    (tmp_path / "a.jsonl").write_text('[{"text": "a"}]')
    assert [r["text"] for r in labelled_rows(tmp_path)] == ["a", "b"]
