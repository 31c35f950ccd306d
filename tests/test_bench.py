"""The benches run: what they time is what the code has now."""

import pytest

from bench import claims


def test_claims_over_a_record(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every form fetches the rows that hand-written SQL does."""
    monkeypatch.setattr(claims, "ROUNDS", 1)
    claims.measure_record(claims.make_record(2_000))
    told = capsys.readouterr().out.splitlines()
    assert len(told) == len(claims.cases())
    assert all("with verdict and readings" in line for line in told)
