import io
import resource
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registan.errors import InputError, RegistanError, SourceError
from registan.reader.address import is_public
from registan.reader.boilerplate import furniture
from registan.reader.decoding import decode, normalise
from registan.reader.intake import document_from_text, open_document
from registan.reader.language import detect_language, paragraph_languages

ARTICLE = """Minister Berger reist nach Tiflis

Der slowenische Außenminister Jure Berger ist am 3. Mai nach Tiflis gereist. Er sprach dort
mit der Präsidentin über eine engere Zusammenarbeit der beiden Länder.

Im März 2021 hatte die Präsidentin Laibach besucht, wie ihr Büro mitteilte.

Maria Roth ist freie Journalistin in Tiflis.

Dieser Text erschien zuerst auf Englisch bei unserem Partner Silk Road Herald.

Lesen Sie auch
Zehn Fragen an den Botschafter
"""


def refuse(source: str, **options: object) -> RegistanError:
    with pytest.raises(RegistanError) as caught:
        open_document(source, **options)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    return caught.value


def write(folder: Path, raw: bytes, name: str = "article.txt") -> str:
    path = folder / name
    path.write_bytes(raw)
    return str(path)


def test_article_says_what_it_is(tmp_path: Path) -> None:
    document = open_document(write(tmp_path, ARTICLE.encode()))
    assert document.lang == "de"
    assert document.title == "Minister Berger reist nach Tiflis"
    assert document.author == "Maria Roth"
    assert document.first_published == "Silk Road Herald"
    assert (document.published, document.published_inferred) == ("2021-05", True)
    assert document.published_because is not None
    assert document.published_because.text == "3. Mai"


def test_given_date_is_not_inferred() -> None:
    document = document_from_text(ARTICLE, published="2021-05-04")
    assert (document.published, document.published_inferred) == ("2021-05-04", False)


def test_standard_input() -> None:
    document = open_document("-", stdin=io.BytesIO(ARTICLE.encode()))
    assert document.text.startswith("Minister Berger")


def test_furniture_is_biography_note_and_tail() -> None:
    document = document_from_text(ARTICLE)
    spans = furniture(document)
    assert [span.text.split()[0] for span in spans] == ["Maria", "Dieser", "Lesen"]
    assert spans[-1].text.endswith("Botschafter")
    for span in spans:
        assert document.text[span.start : span.end] == span.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    document = open_document(write(tmp_path, ARTICLE.encode(encoding)))
    assert "Außenminister" in document.text


def test_windows_1251_is_read() -> None:
    text = "Министр прибыл в Тбилиси с официальным визитом. Он встретился с президентом страны."
    assert decode(text.encode("cp1251"), "x") == text


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"%PDF-1.7 something", "binary"),
        (ARTICLE.encode("utf-16")[2:], "binary"),
        (ARTICLE.encode("utf-8").decode("cp1252", "replace").encode() * 3, "wrong encoding"),
        ("Привет мир".encode() + b"\xff\xfe\x81\x8d" * 9, "no encoding known"),
        ("\u200b\u200b…".encode(), "holds no words"),
        (ARTICLE.encode().replace(b"Tiflis", b"Tif\xfflis"), "0xFF"),
        (b"The minister met \xe2( the president in Paris \xff on Monday, he said.", "0xE2"),
        (b"a" * 200_000, "no text in a language"),
        (b"a " * 90_000, "no text in a language"),
        (b" ".join(b"%d" % n for n in range(0, 90_000, 7)), "no text in a language"),
    ],
)
def test_unreadable_bytes_are_refused(tmp_path: Path, raw: bytes, words: str) -> None:
    error = refuse(write(tmp_path, raw))
    assert words in str(error)
    assert error.exit_code == 1


@pytest.mark.parametrize(
    "text",
    [
        "Die Außenministerin reiste nach Kiew. Sie sprach dort über Öl und Gas. Das war im März.",
        "Le président s’est rendu à Tbilissi ; il a parlé à la presse de la sécurité européenne.",
        "The prime minister met Gül in Ankara on Monday and spoke of trade, his office said.",
    ],
)
def test_windows_1252_is_read(text: str) -> None:
    assert decode(text.encode("cp1252"), "x") == text


def test_legacy_encodings_can_be_refused(tmp_path: Path) -> None:
    path = write(tmp_path, ARTICLE.encode("cp1252"))
    assert "UTF-8" in str(refuse(path, guess_encoding=False))


def test_missing_file_and_directory(tmp_path: Path) -> None:
    assert "no file" in str(refuse(str(tmp_path / "none.txt")))
    assert "no folder" in str(refuse(str(tmp_path / "a" / "none.txt")))
    assert "directory" in str(refuse(str(tmp_path)))
    assert refuse("a\0b").exit_code == 1


def test_fifty_megabytes_are_refused_quickly(tmp_path: Path) -> None:
    path = write(tmp_path, b"Der Minister reiste ab. " * 2_200_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.monotonic()
    assert "too long" in str(refuse(path))
    assert time.monotonic() - began < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_long_text_on_standard_input_is_refused() -> None:
    error = refuse("-", stdin=io.BytesIO(b"Der Minister reiste ab. " * 100_000))
    assert "too long" in str(error)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Il presidente è arrivato a Roma per incontrare il primo ministro e i deputati.",
            "Italian",
        ),
        ("Президент прибув до Києва, щоб зустрітися з міністром закордонних справ.", "Ukrainian"),
        ("وصل الرئيس إلى العاصمة للقاء رئيس الوزراء وبحث العلاقات بين البلدين", "Arabic"),
    ],
)
def test_language_not_served_is_named(text: str, language: str) -> None:
    with pytest.raises(InputError, match=f"seems to be {language}.*Served: .*German"):
        document_from_text(text)


def test_short_sentences_are_given_a_served_language() -> None:
    assert detect_language("Berger besucht Tiflis.").lang == "de"


def test_paragraphs_have_their_own_language() -> None:
    other = "Il presidente è arrivato a Roma per incontrare il primo ministro e i deputati."
    document = document_from_text(f"{ARTICLE}\n\n{other}", lang="de")
    languages = paragraph_languages(document)
    assert languages[-1][1:] == ("it", False)
    assert {(lang, known) for _, lang, known in languages[:-1]} == {("de", True)}
    assert all(document.text[span.start : span.end] == span.text for span, *_ in languages)


def test_unknown_language_and_date_are_refused() -> None:
    with pytest.raises(InputError, match="not served"):
        document_from_text(ARTICLE, lang="xx")
    with pytest.raises(InputError, match="not understood"):
        document_from_text(ARTICLE, published="yesterday")


def test_page_gives_article_and_what_it_says() -> None:
    paragraphs = "".join(f"<p>{p}</p>" for p in ARTICLE.split("\n\n")[1:3])
    html = f"""<!doctype html><html lang="de"><head><title>Berger in Tiflis</title>
    <meta property="og:title" content="Berger in Tiflis"><meta name="author" content="Maria Roth">
    <meta property="og:site_name" content="Der Bote">
    <meta property="article:published_time" content="2021-05-04T10:00:00+02:00"></head>
    <body><nav><a href="/">Start</a></nav><article><h1>Berger in Tiflis</h1>{paragraphs}</article>
    </body></html>"""
    document = open_document("-", stdin=io.BytesIO(html.encode()))
    assert (document.title, document.author) == ("Berger in Tiflis", "Maria Roth")
    assert (document.publisher, document.published) == ("Der Bote", "2021-05-04")
    assert document.text.startswith("Berger in Tiflis\n\nDer slowenische")
    assert "\n\nIm März 2021" in document.text
    assert "Start" not in document.text


def test_page_of_menus_is_refused() -> None:
    html = b"<!doctype html><html><body><nav><a href='/'>Start</a></nav></body></html>"
    assert "No article" in str(refuse("-", stdin=io.BytesIO(html)))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "192.168.0.1",
        "0.0.0.0",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "100.64.0.1",
        "224.0.0.1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


def test_public_addresses() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/a", "http://localhost/a", "http://[::1]/", "http://2130706433/"]
)
def test_private_address_is_refused(url: str) -> None:
    assert "private" in str(refuse(url))


def test_url_without_host_is_refused() -> None:
    assert refuse("http://").exit_code == 1
    assert refuse("http://[::1/").exit_code == 1


def test_host_that_is_not_found() -> None:
    error = refuse("http://nothing.invalid/article")
    assert isinstance(error, SourceError)
    assert "not found" in str(error)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_normalising_is_done_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    once.encode("utf-8")


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("aБß5. \n\u200b\u202e\ud800„“—\u0301א"), max_size=80))
def test_odd_characters_never_crash(text: str) -> None:
    document = document_from_text(f"{text}\n\n{ARTICLE}", lang="de")
    for span in furniture(document):
        assert document.text[span.start : span.end] == span.text


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    with pytest.raises(InputError, match="2025-13-45"):
        document_from_text("The minister went to Paris on Monday.", published="2025-13-45")


LONG = (
    "Der Minister kam am Montag nach Riga, "
    + "wo er lange und ausführlich sprach, " * 4
    + "und ging."
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Minister reist nach Riga\nVon Maria Berger, Riga\nEr kam am Montag.", True),
        (f"Minister reist nach Riga\n{LONG}", True),
        ("Minister reist nach Riga\n\nEr kam am Montag.", True),
        ("Der Minister reist nach Riga\nund kommt am Montag zurück.", False),
    ],
)
def test_a_headline_stands_on_a_line_of_its_own(text: str, title: bool) -> None:
    assert document_from_text(text, lang="de").title == (text.splitlines()[0] if title else None)
