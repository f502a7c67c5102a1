use proof::Item;
use quiz::{Answers, End, Kind, Outcome, Pick, Quiz, Rule, Walk};

/// Every walk, tried.
pub(super) fn walks(quiz: &Quiz) -> Vec<Walk> {
    let (mut open, mut walks) = (vec![Answers::none(quiz)], Vec::new());
    while let Some(answers) = open.pop() {
        let walk = Walk::new(quiz, &answers);
        match walk.end() {
            End::Open(question) => open.extend(
                ways(quiz, question).iter().map(|way| answered(quiz, &answers, question, way)),
            ),
            End::Ending(_) | End::Result => walks.push(walk),
        }
    }
    walks
}

/// Every set of answers to some questions, asked or not.
pub(super) fn states(quiz: &Quiz) -> Vec<Answers> {
    let mut states = vec![Answers::none(quiz)];
    for question in 0..quiz.questions.len() {
        let more: Vec<Answers> = states
            .iter()
            .flat_map(|answers| {
                let ways = ways(quiz, question);
                let more = ways.iter().map(|way| answered(quiz, answers, question, way));
                more.collect::<Vec<_>>()
            })
            .collect();
        states.extend(more);
    }
    states
}

fn answered(quiz: &Quiz, answers: &Answers, question: usize, way: &[usize]) -> Answers {
    way.iter().fold(answers.clone(), |answers, &choice| answers.after(quiz, question, choice))
}

fn ways(quiz: &Quiz, question: usize) -> Vec<Vec<usize>> {
    let question = &quiz.questions[question];
    let all = 1..1_usize << question.choices.len();
    let sets = all.map(|bits| {
        (0..question.choices.len()).filter(|choice| bits >> choice & 1 == 1).collect::<Vec<_>>()
    });
    let excludes =
        |choice: &usize| question.kind == Kind::One || question.choices[*choice].exclusive;
    sets.filter(|set| set.len() == 1 || !set.iter().any(excludes)).collect()
}

/// After how many questions a walk has come to something; nothing where it never does.
pub(super) fn reached(quiz: &Quiz, walk: &Walk, item: Item) -> Option<usize> {
    let at = |question: usize| walk.asked().iter().position(|&asked| asked == question);
    match item {
        Item::Question(question) => at(question).map(|at| at + 1),
        Item::Choice(pick) => {
            let picked = walk.counted().of(pick.question).has(pick.choice);
            picked.then(|| at(pick.question).map(|at| at + 1)).flatten()
        }
        Item::Ending(ending) => (walk.end() == End::Ending(ending)).then_some(walk.asked().len()),
        shown => {
            (walk.end() == End::Result && is_shown(quiz, walk, shown)).then_some(walk.asked().len())
        }
    }
}

fn is_shown(quiz: &Quiz, walk: &Walk, item: Item) -> bool {
    let outcome = Outcome::new(quiz, walk.counted());
    let benefits = || outcome.concerns.iter().flat_map(|concern| &concern.benefits);
    match item {
        Item::Caution(at) => {
            outcome.cautions.iter().any(|it| std::ptr::eq(it.item, &raw const quiz.cautions[at]))
        }
        Item::Benefit(at) => {
            benefits().any(|it| std::ptr::eq(it.item, &raw const quiz.benefits[at]))
        }
        Item::Plan(at) => outcome.plans().iter().any(|it| it.id == quiz.plans[at].id),
        Item::Care(at) => outcome.care.iter().any(|it| it.id == quiz.care[at].id),
        Item::Ask(at) => outcome.ask.iter().any(|it| it.id == quiz.ask[at].id),
        Item::Note(at) => outcome.notes.iter().any(|it| it.id == quiz.notes[at].id),
        Item::Question(_) | Item::Choice(_) | Item::Ending(_) => false,
    }
}

/// The rule of an item, and the concern that must be picked for it.
pub(super) fn rule(quiz: &Quiz, item: Item) -> Option<(Option<Pick>, &Rule)> {
    Some(match item {
        Item::Question(at) => (None, &quiz.questions[at].when),
        Item::Choice(_) => return None,
        Item::Ending(at) => (None, &quiz.endings[at].when),
        Item::Caution(at) => (None, &quiz.cautions[at].when),
        Item::Benefit(at) => (Some(quiz.benefits[at].concern), &quiz.benefits[at].when),
        Item::Plan(at) => (Some(quiz.plans[at].concern), &quiz.plans[at].when),
        Item::Care(at) => (None, &quiz.care[at].when),
        Item::Ask(at) => (None, &quiz.ask[at].when),
        Item::Note(at) => (None, &quiz.notes[at].when),
    })
}

/// The answers with which the rule of an item is looked at on a walk.
pub(super) fn looked_at(quiz: &Quiz, walk: &Walk, item: Item) -> Option<Answers> {
    match (item, walk.end()) {
        (Item::Question(question), End::Ending(_)) => walk
            .asked()
            .last()
            .is_some_and(|&last| question <= last)
            .then(|| walk.counted().clone()),
        (Item::Question(_), _) => Some(walk.counted().clone()),
        (Item::Ending(ending), _) => {
            let first = *walk.asked().first()?;
            let choices = walk.counted().of(first).iter().collect::<Vec<_>>();
            let answers = answered(quiz, &Answers::none(quiz), first, &choices);
            let earlier = quiz.endings[..ending].iter().any(|it| it.when.holds(&answers));
            (!earlier).then_some(answers)
        }
        (item, end) => {
            let concern = rule(quiz, item).and_then(|(concern, _)| concern);
            let picked = concern.is_none_or(|it| walk.counted().of(it.question).has(it.choice));
            (end == End::Result && picked).then(|| walk.counted().clone())
        }
    }
}
