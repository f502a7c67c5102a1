use data::Mend;

use super::damage;

fn ids(text: &str) -> Vec<&'static str> {
    damage(text).into_iter().map(|it| it.id).collect()
}

fn mended(text: &str) -> Option<String> {
    damage(text).into_iter().find_map(|it| match it.mend {
        Some(Mend::Write(text)) => Some(text),
        _ => None,
    })
}

/// A text in UTF-8 as a program shows it that takes it for another encoding.
fn taken(text: &str, page: &super::code_page::CodePage) -> String {
    let signs: Vec<(u8, char)> = (0x80..=0x2fff_u32)
        .chain(0xf8ff..=0xfb06)
        .filter_map(char::from_u32)
        .filter_map(|c| page.byte(c).map(|byte| (byte, c)))
        .collect();
    let sign = |byte: u8| match byte {
        0..0x80 => char::from(byte),
        byte => {
            let of = signs.iter().rev().find(|(it, c)| *it == byte && !c.is_control());
            of.or_else(|| signs.iter().find(|(it, _)| *it == byte)).map_or('?', |(_, c)| *c)
        }
    };
    text.bytes().map(sign).collect()
}

#[test]
fn letters_taken_for_another_encoding_are_read_again() {
    let honest = [
        "Clínica",
        "¿Con qué te gustaría empezar? Líneas finas y arrugas",
        "The clinic’s own “cream” – once a day…",
        "العيادة تتصل بكم غدًا",
        "Gültig für große Flächen",
    ];
    for page in super::code_page::CodePage::all() {
        for text in honest {
            let damaged = taken(text, page);
            assert_eq!(ids(&damaged), ["words/mojibake"], "{} {damaged}", page.name);
            assert_eq!(mended(&damaged).as_deref(), Some(text), "{} {damaged}", page.name);
        }
    }
    assert_eq!(mended("ClÃƒÂ\u{ad}nica").as_deref(), Some("Clínica"));
    assert_eq!(ids("ÇáÚíÇÏÉ ãÝÊæÍÉ"), ["words/mojibake"]);
}

#[test]
fn lost_letters_are_told() {
    for text in
        ["L?neas finas", "?Con qu? te gustar?a empezar?", "???? ?? ???", "don?t", "24?48", "MU?ECA"]
    {
        assert_eq!(ids(text), ["words/question-marks"], "{text}");
    }
}

#[test]
fn signs_of_html_are_written() {
    for (text, written) in [
        ("&#191;Con qu&eacute; te gustar&iacute;a?", "¿Con qué te gustaría?"),
        ("the clinic&rsquo;s", "the clinic’s"),
        ("the clinic&#x2019;s", "the clinic’s"),
        ("&amp;eacute;", "é"),
        ("Rock &amp; Roll", "Rock & Roll"),
        ("soft&shy;er &#8203;skin", "softer skin"),
    ] {
        assert!(ids(text).contains(&"words/entity"), "{text}");
        assert_eq!(mended(text).as_deref(), Some(written), "{text}");
    }
}

#[test]
fn unseen_signs_are_deleted() {
    for (text, written) in [
        ("Softer\u{200b} skin", "Softer skin"),
        ("Softer \u{202e}skin\u{202c}", "Softer skin"),
        ("fi\u{ad}nas", "finas"),
        ("micro\u{ad}needling", "microneedling"),
        ("Softer\u{2028}skin", "Softer skin"),
        ("Softer\0 skin", "Softer skin"),
        ("Softer\u{7} skin", "Softer skin"),
        ("Softer\u{b}skin", "Softer skin"),
        ("Softer\u{200e} skin", "Softer skin"),
        ("Softer\u{2060} skin\u{feff}", "Softer skin"),
        ("بشرة \u{202b}ناعمة\u{202c}", "بشرة ناعمة"),
        ("soft\u{200c}er", "softer"),
    ] {
        assert_eq!(ids(text), ["words/unseen"], "{text:?}");
        assert_eq!(mended(text).as_deref(), Some(written), "{text:?}");
    }
    assert_eq!((ids("Soft\0r"), mended("Soft\0r")), (vec!["words/unseen"], None));
    assert_eq!((ids("An icon \u{f101}"), mended("An icon \u{f101}")), (vec!["words/unseen"], None));
}

#[test]
fn markup_and_filler_are_told() {
    for text in
        ["See [this](https://a.org)", "Very *softly*", "_soft_", "`soft`", "<b>a</b>", "[b]a[/b]"]
    {
        assert_eq!(ids(text), ["words/markup"], "{text}");
    }
    assert_eq!(ids("Lorem ipsum dolor"), ["words/unwritten"]);
}

#[test]
fn honest_texts_are_left_alone() {
    for text in [
        "Are you sure? Yes, or no?",
        "Really?! (Or not?)",
        "Vraiment ??",
        "Ready?Then go on.",
        "¿Te duele? ¿Mucho?",
        "هل تشعرون بألم؟",
        "Q&A; R&D; AT&T",
        "5 * 3 * 2, *with a footnote",
        "[some] (more)",
        "NÃO, À LA CARTE, ÉTÉ, «CAFÉ», IRMÃ”",
        "ESPAÑA “AÑO” PIÑA…",
        "Straße, Æble, blå “BLÅ”, Ærø",
        "Łódź, Čeština, ăîâșț, “CASĂ”",
        "فقط، مبدأ؟ «حظ»",
        "می\u{200c}خواهم",
        "سنة ١٤٤٥ ه\u{200d}",
        "الوخز (RF)\u{200f}: سؤال",
        "👩\u{200d}⚕\u{fe0f} and ☀\u{fe0f}",
        "Haut\u{ad}verjüngungs\u{ad}behandlungen",
        "a\u{a0}b 5\u{202f}%",
        "© 2026, 30 °C, ±2, 1–3 ½ × 2",
        "Привет, Γειά σου",
        "snake_case_name, a_b",
    ] {
        assert_eq!(ids(text), [""; 0], "{text}");
    }
}
