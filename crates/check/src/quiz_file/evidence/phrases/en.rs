use super::{Phrases, any};

/// What follows "no trial" where it does not mean every trial.
const SOME: &str = "that(?! (?:show|prove|test|look)s?(?:ed)? )|which|where|whose|among|\
    longer|larger|in(?! (?:humans|people|patients|adults|skin))|on(?! (?:it|this|needling|the))|lasting|lasted|\
    beyond|after|over|under|comparing|compared|compares|against|included|followed|had|\
    have|used|\
    has(?! (?:shown|proved|proven|tested|looked|ever|been (?:done|run|published|made)))|\
    (?:was|were)(?! (?:found|done|run|published|made))|\
    with (?:children|people|teenagers|women|men|dark|more)|for (?:longer|more|over)|\
    of (?:more|longer|over|children|people|teenagers|harm|damage)";

const KEEN: &[&str] =
    &["proven|proves|shown|clearly|significant(?:ly)?|effective|most people|strong"];

const SURE: &[&str] = &[
    "prov(?:e|es|ed|en)(?! (?:useful|hard|difficult|too|to be))",
    "(?:is|are|gives?|clear|solid|final) proof|conclusive(?:ly)?|definitive(?:ly)?",
    "undisputed|undeniabl[ey]|beyond doubt|certainly|gold standard|well established",
    "overwhelming|strong(?: \\w+)? evidence|high quality (?:trials|studies|evidence)",
    "clearly (?:works?|helps?|shows?|shown|improves?|effective)",
    "backed by (?:\\w+ ){0,3}(?:research|science|evidence|studies|trials)",
    "(?:evidence|research|data) confirms?|works for (?:most|everyone|everybody|all)",
    "(?:trials|studies|research|science) (?:shows?|confirms?) (?:that )?(?:it|this|needling|\
     the treatment) (?:works|helps)|(?:many|several|numerous|multiple) (?:trials|studies) \
     (?:show|confirm)",
    "most people (?:see|notice|get) (?:an? )?(?:\\w+ )?(?:change|difference|improvement|result)s?",
];

const LARGE: &[&str] = &[
    "(?:large|larger|big|major)(?: (?:well|run|designed|good|controlled|randomi[sz]ed|\
     clinical|double|blind|blinded|independent|international))* \
     (?:trials?|study|studies|rcts?)",
    "(?:several|many|multiple|numerous|dozens of)(?: \\w+)? (?:controlled|randomi[sz]ed|large) \
     (?:trials|studies)",
];

const OTHER: &[&str] = &["other|another|different|instead"];

const DENIED: &[&str] = &[
    "no|not|never|nobody|none|neither|nor|nothing|without|cannot|hardly|few|little|whether",
    "if|until|too|what|which|how many|unclear|unknown|yet to|remains? to|\\w+n t",
];

const DENIED_AFTER: &[&str] = &[
    "lack\\w*|missing|needed|scarce|rare|absent|awaited|planned|under ?way|yet to|remains? to",
    "would|should|(?:show|showed|find|found|saw|report|reported) no",
    "(?:do|does|did|have|has|is|are|were) not",
];

const UNSTUDIED: &[&str] = &[
    "(?:has|have|is|are) (?:not|never)(?: yet)?(?: been)?(?: (?:yet|properly|formally|really))? \
     (?:studied|tested|researched)(?=$| at all| yet| here| for (?!longer|more|over)| \
     in (?:a |any )?(?:trials?|study|studies)| \
     in (?:people|humans|patients|skin)(?! (?:under|over|with|who|aged|of)))",
    "(?:nobody|no one) has (?:yet )?(?:studied|tested|researched|measured)\
     (?! (?:how|whether|what|when|why|which|if))",
    "no(?: (?:scientific|clinical|published))? evidence(?=$| that it (?:works|helps))",
    "unstudied|untested|(?:has|have) yet to be (?:studied|tested|researched)",
    "(?:only|just|mostly|mainly|merely|nothing but)\
     (?: (?:a|few|some|single|isolated|two|three|in|from))* \
     (?:case (?:reports?|study|studies|series)|(?:experts? )?opinions?|anecdotes?|animals?|\
     mice)",
    "(?:case (?:reports?|series)|(?:experts? )?opinions?|anecdotes?) (?:only|alone)",
];

const THIN: &[&str] = &[
    "(?:small|smaller|tiny|short|pilot|uncontrolled|poor)(?: (?:controlled|randomi[sz]ed|clinical|\
     early|pilot|open))* (?:study|studies|trials?)",
    "(?:no|without a|without any|without) (?:group to compare|controls?|control groups?|\
     comparison group)",
    "(?:one|a single) (?:study|trial)|(?:this|it) (?:has not been|is not) well studied",
    "evidence (?:is|remains)(?: still)? (?:lacking|missing|weak|thin|poor|limited|scarce|mixed)",
    "(?:little|not much) is known|case (?:reports?|series)|expert opinions?",
    "(?:weak|thin|poor|little|scarce|limited) evidence",
    "no (?:large|larger|big)(?: (?:controlled|randomi[sz]ed|clinical))* (?:trials?|study|studies)",
];

const PART: &[&str] =
    &["how|whether|what|when|why|which|long term|lasting|children|teenagers|side effects"];

pub(super) fn phrases() -> Phrases {
    let no = "(?:no|not (?:a|one|any)|without (?:a|any)|did not find (?:a|any)|\
        could not find (?:a|any)|zero)";
    let no_trial = format!(
        "{no}(?: (?:clinical|controlled|randomi[sz]ed|human|published|scientific|single|proper|\
         good|reliable))* (?:trials?|rcts?)(?! (?:{SOME}))"
    );
    let no_study = format!(
        "{no}(?: (?:human|published|scientific|single))* (?:study|studies|research|data)\
         (?! (?:{SOME}))"
    );
    Phrases {
        careful: &["may", "might", "could"],
        keen: any(KEEN),
        sure: any(SURE),
        large: any(LARGE),
        other: any(OTHER),
        denied: any(DENIED),
        denied_after: any(DENIED_AFTER),
        no_trial: any(&[&no_trial]),
        unstudied: any(&[&[no_study.as_str()], UNSTUDIED].concat()),
        thin: any(THIN),
        none: any(&["none|nothing"]),
        part: any(PART),
        sayings: &[("no doubt", "certainly"), ("without doubt", "certainly"), ("not only ", "")],
        joints: &[", and ", ", but ", " but ", ", while ", ", yet ", ", so ", ", though "],
        and: " and ",
    }
}
