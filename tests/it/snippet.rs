use snippet::{Context, Dressed, Embed, Form, LOOK, PLACE, Page, QUIZ};

use crate::files;

const PAGE: Page<'_> =
    Page { address: "https://quiz.example/", title: "What could \"it\" do & how?" };

fn context<'a>(dressed: &'a Dressed, languages: &'a [String]) -> Context<'a> {
    Context { own: PAGE.address, languages, dressed, astray }
}

#[test]
fn what_changes_nothing_is_not_written() {
    let mut embed = Embed::default();
    let before = embed.lines(Form::Element, PAGE);
    for attribute in QUIZ.iter().chain(&LOOK).chain(&PLACE) {
        embed.set(attribute, attribute.without);
    }
    assert_eq!(embed.lines(Form::Element, PAGE), before);
    assert_eq!(embed.address(PAGE), PAGE.address);
    embed.set(&LOOK[1], "#884455");
    assert_eq!(embed.address(PAGE), "https://quiz.example/?accent=%23884455");
    for attribute in QUIZ.iter().chain(&LOOK).chain(&PLACE) {
        embed.set(attribute, "");
    }
    assert_eq!(embed, Embed::default());
}

#[test]
fn every_documented_attribute_can_be_asked_for() {
    let text = files::text("docs/embedding.md");
    let table = text.split("## Attributes").nth(1).expect("the table");
    let rows = table
        .lines()
        .filter(|line| line.starts_with("| `"))
        .take_while(|line| line.contains("data-"));
    let named: Vec<&str> = rows
        .flat_map(|row| row.split('|').nth(1).unwrap_or_default().split(','))
        .map(|name| name.trim().trim_matches('`'))
        .map(|name| name.strip_prefix("data-").unwrap_or(name))
        .collect();
    let known: Vec<&str> =
        QUIZ.iter().chain(&LOOK).chain(&PLACE).map(|attribute| attribute.name).collect();
    assert_eq!(named, known);
}

#[test]
fn an_address_of_nobody_else_is_told_of() {
    let told = |src: &str, own: &str| {
        let mut embed = Embed::default();
        embed.set(&QUIZ[0], src);
        let dressed = Dressed::default();
        embed
            .notices(&QUIZ[0], Context { own, languages: &[], dressed: &dressed, astray })
            .pop()
            .map(|it| it.words)
    };
    let here = "This is your own computer. Write the address that visitors have.";
    assert_eq!(told("", "http://127.0.0.1:8080/").as_deref(), Some(here));
    assert_eq!(told("http://localhost/quiz/", PAGE.address).as_deref(), Some(here));
    assert_eq!(told("https://quiz.example", "http://127.0.0.1:8080/"), None);
    assert_eq!(told("", PAGE.address), None);
    assert!(told("https://", PAGE.address).is_some());
}

#[test]
fn a_language_is_the_quizs_for_any_region_and_as_systems_write_it() {
    let (dressed, languages) = (Dressed::default(), ["en", "pt-BR"].map(str::to_owned));
    let lang = QUIZ.iter().find(|attribute| attribute.name == "lang").expect("an attribute");
    let is_told_of = |value: &str| {
        let mut embed = Embed::default();
        embed.set(lang, value);
        !embed.notices(lang, context(&dressed, &languages)).is_empty()
    };
    for offered in ["EN", "en-GB", "en_US.UTF-8", "pt", "pt-PT", "pt_BR@x"] {
        assert!(!is_told_of(offered), "{offered}");
    }
    for other in ["e", "eng", "fr", "-en", "p", "br"] {
        assert!(is_told_of(other), "{other}");
    }
}

#[test]
fn what_became_of_a_colour_is_told() {
    let dressed = Dressed::read(
        r#"{
            "wanted": {"accent": [255, 154, 162], "surface": [20, 20, 20]},
            "light": {"accent": [170, 59, 68], "surface": [250, 247, 242], "text": [29, 42, 44]},
            "dark": {"accent": [255, 154, 162], "surface": [20, 20, 20], "text": [241, 236, 227]},
            "refused": ["text", "radius"]
        }"#,
    );
    let told = |theme: &str| {
        let mut embed = Embed::default();
        embed.set(&LOOK[0], theme);
        let values = ["", "#ff9aa2", "#141414", "pinkish", "4", "Georgia"];
        for (attribute, value) in LOOK.iter().zip(values).skip(1) {
            embed.set(attribute, value);
        }
        let told = LOOK.iter().flat_map(|attribute| {
            let told = embed.notices(attribute, context(&dressed, &[]));
            told.into_iter().map(|it| format!("{}: {}", attribute.name, it.words))
        });
        told.collect::<Vec<_>>()
    };
    let refused = [
        "text: This is no colour, or it can be seen through. Write one such as #1f6b66.",
        "radius: This cannot be used. Write a length such as 4px, or 0.",
    ];
    let accent = "accent: It cannot be read well on light, so #aa3b44 is used there.";
    let surface = "surface: It is dark, so it is not used: the quiz is always light.";
    assert_eq!(told("auto"), [&[accent][..], &refused].concat());
    assert_eq!(told("light"), [&[accent, surface][..], &refused].concat());
    assert_eq!(told("dark"), refused);
    assert_eq!(dressed.used("text", true).as_deref(), Some("#f1ece3"));
    assert_eq!(Dressed::read("nonsense"), Dressed::default());
}

fn astray(address: &str) -> Option<String> {
    check::link(address).err().map(|astray| astray.because)
}
