"""Teachers' advice: what it is made of, and that it teaches where no tree does."""

import pytest

torch = pytest.importorskip("torch")

from training.batch import IGNORED, Batch  # noqa: E402
from training.label import ATTRIBUTES  # noqa: E402
from training.network import Encoder, Network, Sizes  # noqa: E402
from training.teacher import Teachers  # noqa: E402
from training.train import loss  # noqa: E402

SMALL = Sizes(hidden=384, depth=1, attention_heads=2, inner=8, vocabulary=9, places=8, epsilon=1e-5)


def network(seed: int) -> Network:
    torch.manual_seed(seed)
    return Network(Encoder(SMALL), drop=0.0).eval()


def untaught() -> Batch:
    shape = 2, 2
    nothing = torch.full(shape, IGNORED)
    return Batch(
        pieces=torch.tensor([[0, 4, 5, 2], [0, 6, 7, 2]]),
        mask=torch.ones(2, 4, dtype=torch.bool),
        first=torch.tensor([[1, 2], [1, 2]]),
        words=torch.ones(shape, dtype=torch.bool),
        tags=nothing,
        heads=nothing,
        relations=nothing,
        features=torch.full((*shape, len(ATTRIBUTES)), IGNORED),
    )


def test_without_teachers_there_is_no_advice_and_plain_sentences_teach_nothing():
    batch = untaught()
    assert Teachers([]).advise(batch) is None
    assert loss(network(0), batch, None).item() == 0


def test_advice_is_the_mean_of_what_the_teachers_say():
    batch = untaught()
    one, two = (Teachers([network(seed)]).advise(batch) for seed in (1, 2))
    both = Teachers([network(1), network(2)]).advise(batch)
    assert torch.allclose(both.tags, (one.tags + two.tags) / 2)
    assert torch.allclose(both.arcs.sum(-1), torch.ones(2, 2))


def test_a_pupil_is_nearer_to_itself_than_to_another():
    batch = untaught()
    pupil = network(1)
    own = loss(pupil, batch, Teachers([network(1)]).advise(batch))
    other = loss(pupil, batch, Teachers([network(2)]).advise(batch))
    assert 0 < own.item() < other.item()
