use std::collections::BTreeMap;

use data::Node;
use proptest::prelude::*;
use spreadsheet::{Imported, Texts, export, import};

use super::round_trip::saved;
use crate::files;
use crate::given::node;

struct Shipped {
    quiz: Node,
    interface: Node,
    translation: Node,
    words: Node,
}

impl Shipped {
    fn new(language: &str) -> Self {
        Self {
            quiz: files::node(files::SKIN),
            interface: files::node("static/text/en.json"),
            translation: files::node(&format!("static/data/microneedling.{language}.json")),
            words: files::node(&format!("static/text/{language}.json")),
        }
    }

    fn texts<'a>(&'a self, language: &'a str) -> Texts<'a> {
        Texts {
            language,
            quiz: &self.quiz,
            interface: &self.interface,
            translation: Some(&self.translation),
            translated_interface: Some(&self.words),
            checked: &[],
        }
    }

    /// The keys of the texts that an import changes.
    fn changed(&self, imported: &Imported) -> Vec<String> {
        let read = |text: &Option<String>, old: &Node| {
            text.as_ref().map_or_else(|| old.clone(), |text| node(text))
        };
        let translation = read(&imported.translation, &self.translation);
        let words = read(&imported.interface, &self.words);
        let mut keys = changed(
            &by_key(self.translation.get("words"), ""),
            &by_key(translation.get("words"), ""),
        );
        let interface = |words| by_key(Some(words), "interface.");
        keys.extend(changed(&interface(&self.words), &interface(&words)));
        keys
    }
}

#[derive(Clone, Copy, Debug)]
enum Damage {
    NoQuote,
    Cut,
    Joined,
}

/// Damages the sheet; the key of the text that the damage is in.
fn damaged(
    sheet: &str,
    damage: Damage,
    at: prop::sample::Index,
    within: prop::sample::Index,
) -> Option<(String, String)> {
    let places: Vec<usize> = match damage {
        Damage::NoQuote => sheet.match_indices('"').map(|(at, _)| at).collect(),
        Damage::Cut | Damage::Joined => sheet.match_indices("\r\n").map(|(at, _)| at).collect(),
    };
    let at = *places.get(at.index(places.len().max(1)))?;
    let (from, to) = match damage {
        Damage::NoQuote => (at, at + 1),
        Damage::Joined => (at, at + 2),
        Damage::Cut => {
            let begin = sheet[..at].rfind('\n').map_or(0, |at| at + 1);
            let letters: Vec<usize> =
                sheet[begin..at].char_indices().map(|(at, _)| begin + at).collect();
            (*letters.get(within.index(letters.len().max(1)))?, at)
        }
    };
    let row = sheet[..from].rfind('\n').map_or(sheet, |at| &sheet[at + 1..]);
    let key = row.split([',', ';', '\t']).next().unwrap_or_default().trim_matches('"').to_owned();
    Some((format!("{}{}", &sheet[..from], &sheet[to..]), key))
}

/// Every text of the files, by its key in the sheet.
fn by_key(words: Option<&Node>, before: &str) -> BTreeMap<String, Node> {
    let Some(Node::Object(fields)) = words else { return BTreeMap::new() };
    fields.iter().map(|(key, text)| (format!("{before}{key}"), text.clone())).collect()
}

fn changed(before: &BTreeMap<String, Node>, after: &BTreeMap<String, Node>) -> Vec<String> {
    assert!(before.keys().eq(after.keys()), "texts came or went");
    after.iter().filter(|(key, text)| before[*key] != **text).map(|(key, _)| key.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn one_damage_is_told_or_changes_nothing_else(
        language in prop::sample::select(vec!["es", "ar"]),
        delimiter in prop::sample::select(vec![b',', b';', b'\t']),
        damage in prop::sample::select(vec![Damage::NoQuote, Damage::Cut, Damage::Joined]),
        (at, within) in any::<(prop::sample::Index, prop::sample::Index)>(),
    ) {
        let shipped = Shipped::new(language);
        let sheet = saved(&export(&shipped.texts(language)), delimiter);
        let Some((sheet, key)) = damaged(&sheet, damage, at, within) else { return Ok(()) };
        let imported = import(&shipped.texts(language), sheet.as_bytes());
        let Ok(imported) = imported else { return Ok(()) };
        let changed = shipped.changed(&imported);
        let taken: Vec<&String> = imported.taken.iter().map(|row| &row.key).collect();
        let is_said = |it: &String| *it == key && taken.contains(&it);
        prop_assert!(changed.iter().all(is_said), "{:?} {:?} in {}", changed, damage, key);
    }
}
