import pytest

from registan.world import World, load


@pytest.fixture(scope="session")
def world() -> World:
    return load()
