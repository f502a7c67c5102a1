use data::Path;

use super::remarks;
use crate::finding::Severity;
use crate::texts::Text;

/// What is said of a text: `evidence/stronger!` for an error, without the sign for a warning.
fn said(field: &str, label: &str, language: &str, raw: &str) -> Vec<String> {
    let (path, key) = (Path::default(), format!("benefits.it.{field}"));
    let text = Text { path, key, raw: raw.to_owned(), text: raw.to_owned() };
    let remarks = remarks(&text, label, language);
    let sign = |severity| if severity == Severity::Error { "!" } else { "" };
    remarks.iter().map(|it| format!("{}{}", it.id, sign(it.severity))).collect()
}

fn each(field: &str, label: &str, language: &str, texts: &[&str], expected: &[&str]) {
    let wrong: Vec<_> = texts
        .iter()
        .map(|text| (text, said(field, label, language, text)))
        .filter(|(_, said)| said != expected)
        .collect();
    assert!(wrong.is_empty(), "{field}, {label}, not {expected:?}: {wrong:#?}");
}

const NOTHING_KNOWN: [(&str, &[&str]); 3] = [
    (
        "en",
        &[
            "We found no trial.",
            "We found no trial of plain needling for pores. Trials used needles with heat, a different treatment.",
            "There are no clinical trials of it.",
            "It has not been studied.",
            "This has never been tested in trials.",
            "Only case reports.",
            "There is no research, and experts disagree.",
            "Mostly expert opinion, for scars as marked as these.",
            "Nobody has studied it for pores.",
            "There is no evidence that it works.",
            "We did not find any trial that shows it works.",
            "No study has shown that it works.",
            "No trial was found.",
            "It has yet to be studied.",
            "We found no trial in people.",
            "There is no research on this.",
            "It has never been studied in people.",
            "Case reports only.",
        ],
    ),
    (
        "es",
        &[
            "No encontramos ningún ensayo de microneedling simple para los poros. Los ensayos usaron agujas con calor, un tratamiento distinto.",
            "No se ha estudiado.",
            "Solo informes de casos.",
            "No hay estudios.",
            "No hay ensayos clínicos.",
            "Sobre todo opiniones de expertos, para cicatrices tan marcadas como estas.",
            "Nadie lo ha estudiado.",
            "Nunca se ha estudiado.",
            "No existe ningún ensayo.",
            "Solo hay reportes de casos.",
        ],
    ),
    (
        "ar",
        &[
            "لم نجد أي تجربة للوخز العادي بالإبر الدقيقة على المسام. استخدمت التجارب إبرًا مع الحرارة، وهو علاج مختلف.",
            "لم يُدرس هذا.",
            "لا توجد دراسات.",
            "تقارير عن حالات فقط.",
            "آراء خبراء في معظمها، لندبات بهذا القدر من الوضوح.",
            "لم يدرسه أحد.",
            "لم تتم دراسته بعد.",
            "لم يُدرس هذا العلاج.",
            "ليست هناك أي تجربة.",
        ],
    ),
];

#[test]
fn strong_evidence_is_not_none() {
    for (language, texts) in NOTHING_KNOWN {
        each("evidence", "strong", language, texts, &["evidence/weaker!"]);
        each("evidence", "low", language, texts, &[]);
        each("evidence", "very-limited", language, texts, &[]);
    }
}

#[test]
fn the_nearer_a_label_is_to_its_text_the_milder() {
    let text = "We found no trial of it.";
    each("evidence", "moderate", "en", &[text], &["evidence/weaker"]);
    each("evidence", "limited", "en", &[text], &[]);
    let text = "Only case reports.";
    each("evidence", "moderate", "en", &[text], &["evidence/weaker!"]);
    each("evidence", "limited", "en", &[text], &["evidence/weaker"]);
    let text = "A few small studies; no study had a group to compare.";
    each("evidence", "limited", "en", &[text], &[]);
    let text = "Small studies, mostly with no group to compare, and a review of them.";
    each("evidence", "strong", "en", &[text], &["evidence/weaker"]);
    each("evidence", "moderate", "en", &[text], &[]);
}

#[test]
fn honest_words_of_gaps_may_stand_beside_good_evidence() {
    let texts = [
        "Large controlled trials. We found no trial in children.",
        "Large controlled trials and reviews. No study lasted longer than a year.",
        "Several controlled trials and some small studies.",
        "Large trials; nobody has measured how long it lasts.",
        "Large controlled trials found no evidence of harm.",
        "We found no trial that lasted longer than a year.",
        "Large controlled trials. How long it lasts has not been studied.",
        "Large trials. There is no research on how long it lasts.",
        "Large controlled trials; whether it helps teenagers has not been studied.",
    ];
    each("evidence", "strong", "en", &texts, &[]);
    let texts = [
        "It has not been studied for raised scars.",
        "There is no evidence that it closes pores.",
        "How long it lasts is not well studied.",
        "Not everyone sees a change, and how long it lasts has not been studied in trials of a year.",
    ];
    each("not", "strong", "en", &texts, &[]);
    let texts = ["No encontramos ningún ensayo en niños. Grandes ensayos controlados."];
    each("evidence", "strong", "es", &texts, &[]);
    let text = "Small controlled trials and reviews. A large review says that strong evidence is still lacking.";
    each("evidence", "moderate", "en", &[text], &[]);
}

#[test]
fn little_evidence_is_no_proof() {
    let fields = ["title", "not", "evidence", "note", "borrowed"];
    for field in fields {
        let texts = [
            "Large controlled trials prove that it works.",
            "Large controlled trials.",
            "Several randomised trials, and it clearly works.",
            "It is not for raised scars, but large trials prove that it works.",
            "This is proven, without doubt.",
            "Many studies show it works.",
            "Studies show that it helps.",
            "Most people see a clear change.",
            "There is strong scientific evidence.",
            "Backed by decades of research.",
        ];
        each(field, "very-limited", "en", &texts, &["evidence/stronger!"]);
        each(field, "low", "en", &texts, &["evidence/stronger!"]);
        each(field, "limited", "en", &texts, &["evidence/stronger"]);
        each(field, "strong", "en", &texts, &[]);
        let texts = [
            "Grandes ensayos controlados demuestran que funciona.",
            "Ensayos clínicos grandes.",
            "Está demostrado.",
            "Los estudios muestran que funciona.",
        ];
        each(field, "very-limited", "es", &texts, &["evidence/stronger!"]);
        let texts = ["أثبتت تجارب كبيرة أنه يعمل.", "تجارب محكمة كبيرة.", "ثبت أنه يعمل بلا شك."];
        each(field, "very-limited", "ar", &texts, &["evidence/stronger!"]);
    }
    let text = "It may help: large controlled trials prove that it works.";
    each("may", "very-limited", "en", &[text], &["evidence/stronger!"]);
    each("title", "low", "en", &["No downtime and clearly softer pores"], &["evidence/stronger!"]);
}

#[test]
fn honest_words_of_little_evidence_stay() {
    let texts = [
        "We found no large trial; one small trial saw a change.",
        "No large trial, review or study proves that it works.",
        "Large trials are needed.",
        "Large controlled trials used needles with heat, a different treatment.",
        "It is unclear whether it works; that has yet to be proven.",
        "A larger trial is under way.",
        "One small study showed a significant change.",
        "Many studies, all of them small.",
        "It isn’t proven.",
        "Few large trials looked at it.",
        "A large study found no change.",
        "A review of small studies.",
        "Nothing is proven.",
        "Small studies show that it may help some people.",
        "Most people see redness.",
        "Large trials of lasers exist, but none of needling.",
        "One large trial of needling with heat; we found none of needling alone.",
        "Before you book, ask what large trials there are.",
        "There is no strong evidence.",
        "A review found that most trials were too small to prove anything.",
        "It may prove useful later.",
    ];
    each("evidence", "low", "en", &texts, &[]);
    each("note", "very-limited", "en", &texts, &[]);
    let texts = [
        "No se ha demostrado que funcione.",
        "Faltan ensayos grandes.",
        "Hacen falta ensayos controlados.",
        "Ensayos controlados pequeños y revisiones. Una revisión grande dice que aún falta evidencia sólida.",
        "Los ensayos grandes usaron otro tratamiento.",
        "No encontramos ningún ensayo grande; un ensayo pequeño vio un cambio.",
    ];
    each("evidence", "low", "es", &texts, &[]);
    let texts = [
        "لم يثبت أنه يعمل.",
        "لا توجد تجارب كبيرة؛ رأت تجربة صغيرة تغيّرًا.",
        "وتقول مراجعة كبيرة إن الأدلة القوية ما زالت غير متوفرة.",
        "استخدمت تجارب كبيرة علاجًا مختلفًا.",
    ];
    each("evidence", "low", "ar", &texts, &[]);
    each("may", "low", "en", &["It may help, but this has not been shown."], &[]);
    each("may", "low", "es", &["Podria ayudar un poco."], &[]);
}
