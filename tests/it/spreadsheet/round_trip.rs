use data::Node;
use proptest::prelude::*;
use spreadsheet::{Imported, export, import};

use crate::given::{Given, node};

const NASTY: &[&str] = &[
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'",
    "'=x",
    "''=x",
    "'quoted'",
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "é",
    "مرحبا",
    "\u{200f}",
    "👩🏽‍⚕️",
    "＝",
    "\u{feff}",
    "{concerns}",
    "a",
    "key",
    "\\",
    "\u{1}",
];

fn nasty() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(NASTY), 0..6).prop_map(|all| all.concat())
}

/// The files after an import into nothing.
fn taken(given: &Given, sheet: &[u8]) -> (Option<Node>, Option<Node>) {
    let imported = import(&given.texts("ar"), sheet).expect("an import");
    let node = |text: Option<String>| text.map(|text| node(&text));
    (node(imported.translation), node(imported.interface))
}

fn translated(texts: &[String]) -> Given {
    let mut given = Given::new();
    let keys = ["title", "facts.1", "questions.look.title", "notes.vary.text"];
    let words = keys.iter().zip(texts).map(|(key, text)| ((*key).into(), Node::Text(text.clone())));
    let fields = [
        ("format", Node::Number(1)),
        ("quiz", Node::Text("test".into())),
        ("language", Node::Text("ar".into())),
        ("reviewed", Node::Null),
        ("words", Node::Object(words.collect())),
    ];
    let fields = fields.into_iter().map(|(name, node)| (name.to_owned(), node)).collect();
    given.translation = Some(Node::Object(fields));
    given
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_was_not_edited_stays(texts in proptest::collection::vec(nasty(), 4)) {
        let given = translated(&texts);
        let sheet = export(&given.texts("ar"));
        let imported = import(&given.texts("ar"), sheet.as_bytes()).expect("an import");
        prop_assert_eq!((imported.taken.len(), imported.translation, imported.interface), (0, None, None));
    }

    #[test]
    fn what_was_written_comes_back(texts in proptest::collection::vec("[a-zA-Zäñ ,;\"'\n=+@|-]{0,9}", 4)) {
        let given = translated(&texts);
        let sheet = export(&given.texts("ar"));
        let empty = Given::new();
        let imported = import(&empty.texts("ar"), sheet.as_bytes()).expect("an import");
        prop_assume!(imported.left.is_empty());
        let taken = imported.translation.map(|text| node(&text));
        let words = taken.and_then(|file| file.get("words").cloned());
        for (key, text) in ["title", "facts.1", "questions.look.title", "notes.vary.text"].iter().zip(&texts) {
            let wanted = (!text.trim().is_empty()).then(|| Node::Text(text.clone()));
            prop_assert_eq!(words.as_ref().and_then(|words| words.get(key)), wanted.as_ref());
        }
    }

    #[test]
    fn no_cell_is_run(texts in proptest::collection::vec(nasty(), 4)) {
        let sheet = export(&translated(&texts).texts("ar"));
        let sheet = sheet.trim_start_matches('\u{feff}');
        let mut csv = csv::ReaderBuilder::new().has_headers(false).from_reader(sheet.as_bytes());
        for cell in csv.records().flat_map(|record| record.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>()) {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']), "{:?}", cell);
        }
    }

    #[test]
    fn any_bytes_are_taken_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let given = Given::new();
        let _ = import(&given.texts("es"), &bytes);
    }
}

/// The same sheet as other programs save it.
pub(super) fn saved(sheet: &str, delimiter: u8) -> String {
    let sheet = sheet.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(sheet.as_bytes());
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for record in reader.records() {
        writer.write_record(&record.expect("a row")).expect("a row");
    }
    String::from_utf8(writer.into_inner().expect("a sheet")).expect("UTF-8")
}

#[test]
fn semicolons_tabs_and_utf_16_are_read_alike() {
    let texts = ["=Titel; mit, allem", "Zwei\nZeilen", "„So“", "+1"].map(str::to_owned);
    let sheet = export(&translated(&texts).texts("ar"));
    let wanted = taken(&Given::new(), sheet.as_bytes());
    assert!(wanted.0.is_some());
    for delimiter in [b',', b';', b'\t'] {
        let text = saved(&sheet, delimiter);
        let wide: Vec<u8> =
            format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(taken(&Given::new(), text.as_bytes()), wanted);
        assert_eq!(taken(&Given::new(), &wide), wanted);
        let in_cells = text.replace("Zwei\nZeilen", "Zwei\r\nZeilen");
        assert_eq!(taken(&Given::new(), in_cells.as_bytes()), wanted);
    }
}

#[test]
fn a_new_language_is_written_in_the_order_of_the_base() {
    let given = Given::new();
    let sheet = export(&given.texts("ar"))
        .replace("look?,,", "look?,")
        .replace(
            "Results vary. Figures come from studies, and your plan may differ.\",,",
            "Results vary. Figures come from studies, and your plan may differ.\",\"تختلف\",",
        )
        .replace("What bothers you?,,", "What bothers you?,ما الذي يزعجك؟,")
        .replace("Continue,,", "Continue,متابعة,")
        .replace(
            "plural form \"\"few\"\"\",{n} days,,",
            "plural form \"\"few\"\"\",{n} days,{n} أيام,",
        );
    let imported = import(&given.texts("ar"), sheet.as_bytes()).expect("an import");
    let Imported { translation, interface, taken, .. } = imported;
    assert_eq!(taken.len(), 4);
    let wanted = "{\n  \"$schema\": \"translation.schema.json\",\n  \"format\": 1,\n  \"quiz\": \"test\",\n  \"language\": \"ar\",\n  \"reviewed\": null,\n  \"words\": {\n    \
        \"questions.concerns.title\": \"ما الذي يزعجك؟\",\n    \"notes.vary.text\": \"تختلف\"\n  },\n  \"translatedFrom\": {\n    \"questions.concerns.title\": \"5948443b\",\n    \"notes.vary.text\": \"52d40828\"\n  }\n}\n";
    assert_eq!(translation.as_deref(), Some(wanted));
    let wanted = "{\n  \"continue\": \"متابعة\",\n  \"days-few\": \"{n} أيام\"\n}\n";
    assert_eq!(interface.as_deref(), Some(wanted));
}

/// Where its schema is, an editor is told by the first line; no translator is asked for it.
#[test]
fn interface_words_go_on_to_name_their_schema() {
    let mut given = Given::new();
    let own = r#"{"$schema": "interface.schema.json", "continue": "Continue"}"#;
    given.interface = node(own);
    let sheet = export(&given.texts("de"));
    assert!(!sheet.contains("schema"), "{sheet}");
    let sheet = sheet.replace("Continue,,", "Continue,Weiter,");
    let imported = import(&given.texts("de"), sheet.as_bytes()).expect("an import");
    let wanted = "{\n  \"$schema\": \"interface.schema.json\",\n  \"continue\": \"Weiter\"\n}\n";
    assert_eq!(imported.interface.as_deref(), Some(wanted));
    given.words = Some(node(wanted));
    let imported = import(&given.texts("de"), sheet.as_bytes()).expect("an import");
    assert_eq!((imported.interface, imported.unknown), (None, Vec::new()));
}

#[test]
fn texts_of_nothing_are_kept_and_named() {
    let mut given = translated(&["Eins", "Zwei", "Drei", "Vier"].map(str::to_owned));
    let stale = ("questions.gone.title".to_owned(), Node::Text("Alt".into()));
    if let Some(Node::Object(fields)) = &mut given.translation
        && let Some((_, Node::Object(words))) = fields.iter_mut().find(|(name, _)| name == "words")
    {
        words.insert(0, stale);
    }
    let sheet = export(&given.texts("ar")).replace(",Zwei,", ",Neu,");
    let imported = import(&given.texts("ar"), sheet.as_bytes()).expect("an import");
    assert_eq!(imported.unknown, ["questions.gone.title"]);
    let text = imported.translation.expect("a file");
    assert!(text.contains("\"questions.gone.title\": \"Alt\"") && text.contains("Neu"), "{text}");
}

#[test]
fn an_emptied_cell_keeps_its_translation() {
    let given = translated(&["Eins", "Zwei", "Drei", "Vier"].map(str::to_owned));
    let sheet = export(&given.texts("ar")).replace(",Zwei,", ",,");
    let imported = import(&given.texts("ar"), sheet.as_bytes()).expect("an import");
    assert_eq!((imported.taken.len(), imported.translation), (0, None));
}

#[test]
fn a_sheet_of_another_language_is_refused() {
    let given = translated(&["Eins", "Zwei", "Drei", "Vier"].map(str::to_owned));
    let sheet = export(&given.texts("ar"));
    let refused = import(&given.texts("es"), sheet.as_bytes()).expect_err("a refusal");
    assert!(refused[0].to_string().contains("translation (es)"), "{}", refused[0]);
}
