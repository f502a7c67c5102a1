use data::Node;
use spreadsheet::{Imported, export, import};

use crate::given::{Given, node};

const WORDS: [(&str, &str); 5] = [
    ("What bothers you?", "¿Qué te molesta más?"),
    ("Large pores", "Poros grandes, según tú"),
    ("A lot", "Más o menos"),
    ("Which of these are true?", "«¿Cuál de estas?»"),
    ("Acne scars", "Cicatrices de acné del niño"),
];

fn filled() -> String {
    WORDS.iter().fold(export(&Given::new().texts("es")), |sheet, (base, translation)| {
        let (from, to) = (format!(",{base},,"), format!(",{base},\"{translation}\","));
        assert!(sheet.contains(&from), "{base}");
        sheet.replacen(&from, &to, 1)
    })
}

fn read(bytes: &[u8]) -> Imported {
    let given = Given::new();
    let imported = import(&given.texts("es"), bytes).expect("an import");
    assert!(imported.left.is_empty(), "{:?}", imported.left);
    assert_eq!(imported.taken.len(), WORDS.len());
    imported
}

fn words(imported: &Imported) -> Option<Node> {
    node(imported.translation.as_deref().expect("a translation")).get("words").cloned()
}

#[test]
fn old_encodings_are_read_and_named() {
    let sheet = filled();
    let sheet = sheet.trim_start_matches('\u{feff}');
    let wanted = read(sheet.as_bytes());
    assert_eq!(wanted.saved_as, None);
    let (ansi, ..) = encoding_rs::WINDOWS_1252.encode(sheet);
    let mac: Vec<u8> = sheet.chars().map(mac).collect();
    for (name, bytes) in [("Windows-1252", ansi.to_vec()), ("Mac Roman", mac)] {
        let imported = read(&bytes);
        assert_eq!(imported.saved_as.as_deref(), Some(name));
        assert_eq!(words(&imported), words(&wanted), "{name}");
        assert!(imported.summary().starts_with(&format!("The file is saved as {name}, and")));
    }
}

/// The byte that old Macs have for a letter.
fn mac(letter: char) -> u8 {
    let is_it = |byte: &u8| {
        let text = encoding_rs::MACINTOSH.decode_without_bom_handling(&[*byte]).0.into_owned();
        text.starts_with(letter)
    };
    (0..=255).find(is_it).unwrap_or_else(|| panic!("{letter}"))
}

#[test]
fn utf_16_is_read_with_its_mark_and_without() {
    let sheet = filled();
    let sheet = sheet.trim_start_matches('\u{feff}');
    let units = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    };
    let marked = format!("\u{feff}{sheet}");
    for bytes in [
        units(sheet, u16::to_le_bytes),
        units(sheet, u16::to_be_bytes),
        units(&marked, u16::to_le_bytes),
        units(&marked, u16::to_be_bytes),
    ] {
        assert_eq!(read(&bytes).saved_as.as_deref(), Some("UTF-16"));
    }
}

#[test]
fn letters_that_cannot_be_told_are_refused() {
    let given = Given::new();
    let tell = |language: &str, cell: &[u8]| {
        let heads = format!("key,base text,translation ({language})\r\ntitle,");
        let base = given.quiz.get("words").and_then(|it| it.text("title")).expect("a title");
        let row = format!("\"{base}\",");
        let bytes = [heads.as_bytes(), row.as_bytes(), cell, b"\r\n"].concat();
        import(&given.texts(language), &bytes).map(|it| it.saved_as)
    };
    assert_eq!(tell("ar", b"\xe3\xd1\xcd\xc8\xc7"), Ok(Some("Windows-1256".to_owned())));
    let mac_arabic =
        tell("ar", b"\xe5\xd1\xcd\xc8\xc7 \xe7\xea\xd9\xe4\xe6").expect_err("no Windows-1256");
    assert!(mac_arabic[0].to_string().contains("cannot be told"), "{mac_arabic:?}");
    for language in ["ja", "hi"] {
        assert!(tell(language, b"\x82\xa0").is_err());
    }
}

#[test]
fn what_excel_puts_before_the_heads_is_read_over() {
    let sheet = filled();
    let sheet = sheet.trim_start_matches('\u{feff}');
    let wanted = words(&read(sheet.as_bytes()));
    for (before, delimiter) in [
        ("sep=;\r\n", ";"),
        ("\"sep=,\"\r\n", ","),
        ("sep=\t\r\n", "\t"),
        (";;;;\r\n", ";"),
        ("\r\n,,,,\r\n", ","),
    ] {
        let rows = if delimiter == "," {
            sheet.to_owned()
        } else {
            super::round_trip::saved(sheet, delimiter.as_bytes()[0])
        };
        assert_eq!(words(&read(format!("{before}{rows}").as_bytes())), wanted, "{before:?}");
    }
}

/// Its articles say so: where the last cells of sixteen rows are empty, their commas are left out.
#[test]
fn cells_that_excel_leaves_out_are_empty() {
    let sheet = filled();
    let lines: Vec<&str> = sheet.lines().collect();
    let has_no_note = |line: Option<&&str>| line.is_some_and(|line| line.ends_with(','));
    let is_in_a_run = |at: usize| {
        has_no_note(lines.get(at))
            && (has_no_note(lines.get(at + 1)) || has_no_note(lines.get(at - 1)))
    };
    let cut = |(at, line): (usize, &&str)| match at > 0 && is_in_a_run(at) {
        true => format!("{}\r\n", &line[..line.len() - 1]),
        false => format!("{line}\r\n"),
    };
    let shorter: String = lines.iter().enumerate().map(cut).collect();
    assert!(shorter.len() < sheet.len() - 10);
    assert_eq!(words(&read(shorter.as_bytes())), words(&read(sheet.as_bytes())));
}

#[test]
fn tabs_without_any_quotation_marks_are_read_as_they_stand() {
    let given = Given::new();
    let base = given.quiz.get("words").and_then(|it| it.text("title")).expect("a title");
    let sheet =
        format!("key\tbase text\ttranslation (es)\r\ntitle\t{base}\tEl «qué» y 5\" más\r\n");
    let imported = import(&given.texts("es"), sheet.as_bytes()).expect("an import");
    assert!(imported.translation.is_some_and(|it| it.contains("y 5\\\" más")));
}
