import pytest

from registan.world import World

ONE_PERSON = [
    ("Mirziyoyev", "en"),
    ("Mirziyoev", "en"),
    ("Mirsijojew", "de"),
    ("Mirzioïev", "fr"),
    ("Мирзиёева", "ru"),
    ("Мирзиеевым", "ru"),
    ("Schawkat Mirsijojew", "de"),
    ("Sh. Mirziyoyev", "en"),
    ("Präsident Mirsijojews", "de"),
]


@pytest.mark.parametrize(("name", "lang"), ONE_PERSON)
def test_spellings_of_one_name_meet(world: World, name: str, lang: str) -> None:
    candidates = world.who(name, lang, "2022-03-01")
    assert candidates
    assert candidates[0].name == "Shavkat Mirziyoyev"


BY_DATE = [
    ("Präsident Berdimuhamedow", "de", "2015-01-01", "Gurbanguly Berdimuhamedow"),
    ("Präsident Berdimuhamedow", "de", "2024-01-01", "Serdar Berdimuhamedow"),
    ("Bush", "en", "1990-01-01", "George H.W. Bush"),
    ("Буша", "ru", "2003-05-01", "George W. Bush"),
    ("Alijew", "de", "1999-01-01", "Heydar Aliyev"),
    ("Aliev", "fr", "2020-01-01", "Ilham Aliyev"),
    ("Assad", "de", "1990-05-01", "Hafez al-Assad"),
    ("el-Assad", "fr", "2015-01-01", "Bashar al-Assad"),
    ("Clinton", "en", "1996-05-01", "William J. Clinton"),
    ("Clinton", "en", "2010-05-01", "Hillary Rodham Clinton"),
    ("Ким Чен Ына", "ru", "2018-01-01", "Kim Jong-un"),
    ("Trudeau", "fr", "1975-01-01", "Pierre Trudeau"),
    ("Kabila", "fr", "1998-01-01", "Laurent-Désiré Kabila"),
    ("Berdymoukhamedov", "fr", "2023-06-01", "Serdar Berdimuhamedow"),
    ("König Hussein", "de", "1990-01-01", "Hussein of Jordan"),
    ("Präsident Kaczyński", "de", "2007-01-01", "Lech Kaczyński"),
    ("Karamanlis", "en", "1978-06-01", "Konstantinos Karamanlis"),
    ("Foreign Secretary Hague", "en", "2012-03-01", "William Hague"),
    ("Secretary Clinton", "en", "2011-02-01", "Hillary Rodham Clinton"),
    ("Hun Sen", "en", "2010-02-01", "Hun Sen"),
    ("President Park", "en", "1970-06-01", "Park Chung-hee"),
    ("Präsidentin Park", "de", "2015-06-01", "Park Geun-hye"),
    ("Prime Minister Gandhi", "en", "1972-06-01", "Indira Gandhi"),
    ("Раджива Ганди", "ru", "1986-06-01", "Rajiv Gandhi"),
    ("President Kirchner", "en", "2005-06-01", "Néstor Kirchner"),
    ("Kirchner", "fr", "2012-06-01", "Cristina Fernández de Kirchner"),
    ("President Aquino", "en", "1988-06-01", "Corazon Aquino"),
    ("Papandreou", "en", "1985-06-01", "Andreas Papandreou"),
    ("le président Bongo", "fr", "1990-06-01", "Omar Bongo"),
    ("Алиеву", "ru", "2018-06-01", "Ilham Aliyev"),
    ("Roosevelt", "de", "1943-06-01", "Franklin D. Roosevelt"),
    ("President Adams", "en", "1798-06-01", "John Adams"),
    ("Mahathir", "en", "1998-06-01", "Mahathir Mohamad"),
    ("Dominique de Villepin", "fr", "2003-02-14", "Dominique de Villepin"),
    ("Generalsekretär Guterres", "de", "2023-06-01", "António Guterres"),
]


@pytest.mark.parametrize(("name", "lang", "day", "expected"), BY_DATE)
def test_the_office_on_the_day_decides_between_namesakes(
    world: World, name: str, lang: str, day: str, expected: str
) -> None:
    candidates = world.who(name, lang, day)
    assert candidates
    assert candidates[0].name == expected


BY_NAME = [
    ("Kim Jong-il", "de", "Kim Jong-il"),
    ("Ким Чен Иром", "ru", "Kim Jong-il"),
    ("Ким Ир Сена", "ru", "Kim Il-sung"),
    ("Heydər Əliyev", "en", "Heydar Aliyev"),
    ("Джээнбековым", "ru", "Sooronbay Jeenbekov"),
    ("Orbán Viktor", "en", "Viktor Orbán"),
    ("George Bush senior", "de", "George H.W. Bush"),
    ("Джордж Буш-младший", "ru", "George W. Bush"),
    ("Ramaphosa", "en", "Cyril Ramaphosa"),
    ("Hague", "en", "William Hague"),
    ("Миланович", "ru", "Zoran Milanović"),
    ("Андрея Пленковича", "ru", "Andrej Plenković"),
    ("Джорджа Буша-младшего", "ru", "George W. Bush"),
    ("Войцеха Ярузельского", "ru", "Wojciech Jaruzelski"),
    ("Гельмутом Колем", "ru", "Helmut Kohl"),
    ("Жискар д'Эстена", "ru", "Valéry Giscard d'Estaing"),
]


@pytest.mark.parametrize(("name", "lang", "expected"), BY_NAME)
def test_a_name_alone_may_be_enough(world: World, name: str, lang: str, expected: str) -> None:
    assert [c.name for c in world.who(name, lang)[:1]] == [expected]


def test_a_deputy_is_no_foreign_secretary(world: World) -> None:
    terms = world.holders("foreign-minister", "GB", "2000-01-01", "2001-01-01")
    assert {world.persons[t.person].name for t in terms} == {"Robin Cook"}


NOBODY = [
    ("Bush", "en", None),
    ("D. Putin", "en", "2020-01-01"),
    ("Ivan Lawrow", "de", "2020-01-01"),
    ("Melania Trump", "en", "2018-01-01"),
    ("Trump Jr.", "en", "2023-01-01"),
    ("Aliyev", "en", None),
    ("Jack Clinton", "en", "1995-01-01"),
    ("Außenminister Putin", "de", "2020-01-01"),
    ("", "de", "2020-01-01"),
    ("Schultz", "de", "2023-01-01"),
    ("Rubin", "en", "2025-06-01"),
    ("Токарев", "ru", "2024-01-01"),
    ("Putina", "de", "2010-01-01"),
    ("Kaczyński", "de", "2007-01-01"),
    ("Ким Ё Чжон", "ru", "2019-01-01"),
    ("Kim Jong-nam", "en", "2016-01-01"),
    ("Kerimow", "de", "2010-01-01"),
    ("Рахманов", "ru", "2018-01-01"),
    ("Assadi", "en", "2015-01-01"),
    ("Baden", "en", "2022-01-01"),
    ("Park", "en", "2021-06-01"),
    ("Nguyen", "en", "2022-06-01"),
    ("Rice", "en", "2022-06-01"),
    ("der Präsident", "de", "2020-01-01"),
]


@pytest.mark.parametrize(("name", "lang", "day"), NOBODY)
def test_nothing_is_decided_where_nothing_decides(
    world: World, name: str, lang: str, day: str | None
) -> None:
    assert world.who(name, lang, day) == []


def test_a_description_means_the_holder_on_the_day(world: World) -> None:
    assert world.who("der usbekische Präsident", "de", "2010-01-01")[0].name == "Islam Karimov"
    assert world.who("президента Казахстана", "ru", "2024-01-01")[0].office == "head-of-state"


def test_the_context_country_narrows(world: World) -> None:
    assert world.who("Kim", "en", "2018-06-01", "KP")[0].name == "Kim Jong-un"
    assert world.who("Putin", "en", "2018-06-01", "FR") == []


def test_a_candidate_says_why(world: World) -> None:
    best = world.who("Merz", "de", "2025-09-01")[0]
    assert "head-of-government" in best.because
    assert (best.country, best.from_, best.to) == ("DE", "2025-05-06", None)
