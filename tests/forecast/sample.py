"""A forecast made up for tests of what is done with forecasts."""

from datetime import date

from registan.forecast.noun import Estimate, Forecast, Part, PastCase, Reason, Reference, Target


def target_of(country="MN", as_of="2015-01-01", until="2015-12-31", task="president-abroad"):
    return Target(
        task=task,
        who="US president",
        where=country,
        countries=(country,),
        as_of=date.fromisoformat(as_of),
        until=date.fromisoformat(until),
    )


def forecast_of(target=None, probability=0.04, base_rate=0.07):
    return Forecast(
        target=target or target_of(),
        probability=probability,
        low=0.02,
        high=0.07,
        base_rate=base_rate,
        base_cases=6734,
        base_happened=458,
        reference=Reference(low=0.03, high=0.05, cases=210, happened=9),
        estimates=(
            Estimate(model="logistic", probability=0.05, low=0.03, high=0.07),
            Estimate(model="trees", probability=0.03, low=0.02, high=0.06),
        ),
        up=(
            Reason(feature="summit", text="A summit is planned there.", value=1, contribution=1.2),
        ),
        down=(
            Reason(feature="never", text="No president went there.", value=1, contribution=-2.0),
        ),
        parts=(Part(country="MN", name="Mongolia", probability=0.04),),
        similar=(
            PastCase(
                country="BT",
                name="Bhutan",
                start=date(2011, 1, 1),
                until=date(2011, 12, 31),
                probability=0.041,
                happened=False,
            ),
            PastCase(
                country="LA",
                name="Laos",
                start=date(2016, 1, 1),
                until=date(2016, 12, 31),
                probability=0.039,
                happened=True,
            ),
        ),
        unseen=("Invitations and plans that no register holds.",),
        data_until=date(2014, 12, 31),
        trained_until=date(2014, 12, 31),
    )
