import pytest

from registan.forecast.geography import load_facts, measure_km
from registan.forecast.state import state_spans


def test_every_state_of_the_panel_has_a_capital():
    assert set(load_facts()) == set(state_spans())


def test_distances_are_those_of_the_globe():
    assert measure_km((0, 0), (0, 180)) == pytest.approx(20015, abs=1)
    assert load_facts()["CA"].distance_km == pytest.approx(730, abs=15)
    assert load_facts()["AU"].distance_km == pytest.approx(15950, abs=60)


def test_figures_come_by_year_and_are_never_filled():
    facts = load_facts()
    assert facts["NA"].population[2010] == pytest.approx(2.1, abs=0.3)
    assert 1989 not in facts["KZ"].gdp
    assert facts["DE"].gdp[2010] > 30 * facts["UZ"].gdp[2010] / 2
    assert facts["SU"].gdp == {}
    assert max(year for f in facts.values() for year in f.gdp) == 2017
