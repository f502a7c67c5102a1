use data::Node;
use quiz::List;
use report::Inputs;
use scraper::{Html, Selector};
use serde_json::{Value, json};

use crate::files;
use crate::reported::{BASE, TODAY, report_of};

fn all(html: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let page = Html::parse_document(html);
    page.select(&selector).map(|element| element.text().collect()).collect()
}

#[test]
fn nothing_of_the_quiz_is_left_out() {
    let node = files::node(files::SKIN);
    let html = report_of(files::SKIN, &node, None);
    let cells = all(&html, "#texts td");
    for text in check::texts(&node) {
        assert!(cells.contains(&text.text), "{} is not told", text.key);
    }
    let value = files::value(files::SKIN);
    let of = |list: &str| value[list].as_array().expect(list).len();
    assert_eq!(all(&html, "#sources tbody tr").len(), of("sources"));
    assert_eq!(all(&html, "#asked tbody tr").len(), of("questions") + of("endings"));
    let lists = List::ALL.map(List::name);
    assert_eq!(all(&html, "#seen tbody tr").len(), lists.map(of).iter().sum::<usize>());
    let plan = &value["plans"][0];
    let sessions = format!(
        "number of sessions: {} to {}",
        plan["sessions"][0].as_u64().expect("a number"),
        plan["sessions"][1].as_u64().expect("a number")
    );
    let figures = all(&html, "#figures tbody td:nth-of-type(1) li");
    assert!(figures.contains(&sessions), "{sessions} is not told");
    assert!(figures.len() > 5 * of("plans"));
}

#[test]
fn every_number_of_a_plan_is_told() {
    let schema = check::schema("quiz").expect("a schema");
    let fields = schema["definitions"]["Plan"]["properties"].as_object().expect("fields");
    let is_number = |of: &Value| of["format"] == "uint32";
    let mut file = files::value(files::SKIN);
    let (mut number, mut expected) = (1000, Vec::new());
    for (name, of) in fields {
        number += 1;
        file["plans"][0][name] = match of {
            of if is_number(of) => json!(number),
            of if is_number(&of["items"]) => json!([number, number]),
            _ => continue,
        };
        expected.push(format!(": {number}"));
    }
    assert!(expected.len() > 5);
    let node = serde_json::from_value(file).expect("any JSON is a node");
    let told = all(&report_of(files::SKIN, &node, None), "#figures li");
    for number in expected {
        assert!(told.iter().any(|it| it.ends_with(&number)), "{number} is not told");
    }
}

#[test]
fn translations_and_words_of_the_interface_are_told_too() {
    let node = files::node(files::SKIN);
    let names = ["static/data/microneedling.es.json", "static/text/es.json"];
    let [overlay, words] = names.map(|name| vec![(name.to_owned(), files::node(name))]);
    let html = report::html(Inputs {
        file: files::SKIN,
        node: &node,
        translations: &overlay,
        interface: &words,
        checked: &[],
        since: None,
        today: TODAY,
    });
    let cells = all(&html, "#texts td");
    for (_, file) in [overlay, words].concat() {
        let texts = check::texts(&file);
        assert!(texts.len() > 50);
        for text in texts {
            assert!(cells.contains(&text.text), "{} is not told", text.key);
        }
    }
    let aged = |file: &Node, language: &str| {
        check::texts(file).iter().filter(|it| check::reading(&it.text, language).is_some()).count()
    };
    let spanish = files::node(names[0]);
    let wanted = aged(&node, "en") + aged(&spanish, "es") + aged(&files::node(names[1]), "es");
    let ages = all(&html, "#texts td.number").into_iter().filter(|age| age != "–").count();
    assert!(aged(&spanish, "es") > 20);
    assert_eq!(ages, wanted);
}

#[test]
fn a_warning_that_stays_is_told_with_its_reason() {
    let name = "tests/problems/accepted/stays.json";
    let node = files::node(name);
    let before = files::node("tests/problems/claims/doubtful.json");
    let html = report_of(name, &node, Some(("before", &before)));
    let reason = "Our lawyer allowed it, see the minutes.";
    assert!(all(&html, "#open td").iter().any(|cell| cell == reason), "{html}");
    assert!(all(&html, "#open p").concat().contains("0 errors and 1 warning"));
    assert!(all(&html, "#texts td").iter().any(|cell| cell.contains(reason)));
    assert!(all(&html, "#changes").concat().contains(reason));
    let twice = files::node("tests/problems/accepted/twice.json");
    assert_eq!(report::changed(&node, &twice), Vec::<String>::new());
    let other = files::node("tests/problems/accepted/unused-elsewhere.json");
    assert_eq!(report::changed(&node, &other), ["accepted 1: taken out", "accepted 1: added"]);
}

#[test]
fn it_asks_for_nothing_and_runs_nothing() {
    let html = report_of(files::SKIN, &files::node(files::SKIN), None);
    for word in ["<script", "url(", "@import", "<img", "<iframe", "src="] {
        assert!(!html.contains(word), "{word}");
    }
    assert!(!html.contains(" onclick") && !html.contains(" onload"));
    assert_eq!(html.matches("<link").count(), 1);
    assert!(html.contains("<link rel=\"icon\" href=\"data:,\">"));
}

#[test]
fn words_cannot_become_markup() {
    let mut value = files::value(BASE);
    value["questions"][0]["words"]["title"] = "<script>alert(1)</script>".into();
    let node: Node = serde_json::from_value(value).expect("a node");
    let html = report_of(BASE, &node, None);
    assert!(!html.contains("<script"));
    assert!(html.contains("&lt;script&gt;"));
}

#[test]
fn a_map_of_many_questions_is_cut_and_says_so() {
    let mut value = files::value(BASE);
    let question = value["questions"][1].clone();
    let questions = value["questions"].as_array_mut().expect("questions");
    for index in 0..250 {
        let mut another = question.clone();
        another["id"] = format!("look-{index}").into();
        questions.insert(2, another);
    }
    let count = questions.len();
    let node: Node = serde_json::from_value(value).expect("a node");
    let html = report_of(BASE, &node, None);
    assert!(html.contains(&format!("The map shows the first 200 of {count} questions")));
    assert!(html.contains("questions without an arrow, for want of room"));
    assert_eq!(all(&html, "#asked tbody tr td.number").len(), count);
}

#[test]
fn a_file_with_errors_is_told_as_far_as_it_goes() {
    let name = "tests/problems/shape/many-at-once.json";
    let html = report_of(name, &files::node(name), None);
    assert!(html.contains("The file has errors."));
    assert!(html.contains("Not known: the file has errors."));
}

#[test]
fn texts_of_no_quiz_are_told_whole() {
    let mut value = files::value(BASE);
    value["words"]["purpose"] = "See ".repeat(2_000_000).into();
    let old = serde_json::from_value(value).expect("a node");
    let html = report_of(BASE, &files::node(BASE), Some(("old.json", &old)));
    assert!(html.contains("See </del> <ins>See what it may do, and what to ask first.</ins>"));
}

/// The sections of the first pages, and those to look things up in.
fn parts(html: &str) -> [Vec<String>; 2] {
    let page = Html::parse_document(html);
    [".first > section", ".appendix > section"].map(|of| {
        let selector = Selector::parse(of).expect("a selector");
        page.select(&selector).filter_map(|it| Some(it.value().id()?.to_owned())).collect()
    })
}

#[test]
fn what_whoever_signs_has_to_read_comes_first() {
    let node = files::node(BASE);
    let [first, rest] = parts(&report_of(BASE, &node, None));
    assert_eq!(first, ["open", "changed", "holds", "sign"]);
    assert_eq!(rest.last().map(String::as_str), Some("texts"));
    let mut old = files::value(BASE);
    old["cautions"][1]["level"] = "hold".into();
    old["plans"][0]["sessions"] = json!([1, 3]);
    let old = serde_json::from_value(old).expect("a node");
    let html = report_of(BASE, &node, Some(("old.json", &old)));
    let [first, rest] = parts(&html);
    assert_eq!(first, ["weaker", "open", "changed", "holds", "changed-figures", "sign"]);
    assert_eq!(rest[0], "changes");
    let told = all(&html, "#weaker tbody tr").concat();
    assert!(told.contains("hold \"Ask first\"") && told.contains("is only \"ask\" now"), "{told}");
    assert!(told.contains("when health includes An allergy"), "{told}");
    let figures = all(&html, "#changed-figures tbody tr").concat();
    assert!(figures.contains("number of sessions: 1 to 3number of sessions: 1 to 2"), "{figures}");
    assert!(figures.contains("A small trial"), "{figures}");
    let safety = all(&html, "#changed tbody tr");
    assert_eq!(safety, ["caution \"Ask first\", levelholdask"]);
}

#[test]
fn other_words_about_safety_stand_first_and_are_not_called_weaker() {
    let node = files::node(BASE);
    let mut old = files::value(BASE);
    old["questions"][2]["choices"][0]["words"]["label"] = "Pregnant, or trying to be".into();
    let old = serde_json::from_value(old).expect("a node");
    let html = report_of(BASE, &node, Some(("old.json", &old)));
    assert_eq!(parts(&html)[0][0], "weaker");
    assert_eq!(all(&html, "#weaker h2"), ["Safety has other words than before"]);
    let told = all(&html, "#weaker tbody tr").concat();
    assert!(told.contains("was \"Pregnant, or trying to be\", is \"Pregnant\"."), "{told}");
    assert!(all(&html, "#changed").concat().contains("No caution and no ending is weaker"));
}

#[test]
fn errors_stand_before_warnings_where_the_first_page_is_full() {
    let mut value = files::value(BASE);
    let source = value["sources"][0].clone();
    let sources = value["sources"].as_array_mut().expect("sources");
    for index in 0..400 {
        let mut unused = source.clone();
        unused["id"] = format!("unused-{index}").into();
        if index == 399 {
            unused["link"] = "http://clinic.example/last".into();
        }
        sources.push(unused);
    }
    let text = serde_json::to_vec(&value).expect("JSON");
    let checked = [crate::checked::checked(BASE, text)];
    let node = serde_json::from_value(value).expect("a node");
    let html = report::html(Inputs {
        file: BASE,
        node: &node,
        translations: &[],
        interface: &[],
        checked: &checked,
        since: None,
        today: TODAY,
    });
    let kinds = all(&html, "#open tbody tr .tag");
    assert_eq!(kinds.len(), 8);
    assert_eq!(kinds[0], "error");
    let told = all(&html, "#open tbody tr");
    assert!(told[0].contains("https://"), "{told:?}");
    assert_eq!(all(&html, "#findings tbody tr").len(), checked[0].findings.len());
    let singular =
        report_of("tests/cases/proof/none.json", &files::node("tests/cases/proof/none.json"), None);
    assert!(!singular.contains("Map of 1 questions"));
}
