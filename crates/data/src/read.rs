use quiz::Words;

use super::suggest::{mean, nearest};
use super::{MESSAGES, MOST, Mend, Node, Path, Problem, Step, message};

/// Reads nodes into the structs of [`super::file`]. It never stops at the first mistake: a field
/// that cannot be read gives a problem and an empty value.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) problems: Vec<Problem>,
    path: Path,
}

/// Of so many unknown fields of one object each is told.
const MOST_UNKNOWN: usize = 50;

/// The most entries of a list: far more than the largest quiz has.
const MOST_ENTRIES: usize = 5000;

/// What a field of the file can hold.
pub(super) trait Read: Sized {
    /// What the format asks for, in words.
    const KIND: &'static str;

    /// Describes it in a JSON Schema. Types of other crates have none of their own.
    #[cfg(feature = "messages")]
    type Schema: schemars::JsonSchema;

    /// Stands in for one that cannot be read.
    fn empty() -> Self;

    /// Reads it.
    fn read(reader: &mut Reader, node: &Node) -> Self;

    /// Its value where the field is left out; nothing where it must be there.
    fn absent() -> Option<Self> {
        None
    }
}

impl Reader {
    /// Reads a field of an object.
    pub(super) fn field<T: Read>(&mut self, node: &Node, name: &'static str) -> T {
        self.path.enter(name);
        let value = match node.get(name) {
            Some(node) => T::read(self, node),
            None => T::absent().unwrap_or_else(|| {
                self.say("shape/missing-field", "is missing.", write(T::KIND), None);
                T::empty()
            }),
        };
        self.path.leave();
        value
    }

    /// Whether the node is an object of known fields; says so where it is not. The visitor's
    /// program passes over unknown fields: it may be older than the file.
    pub(super) fn object(&mut self, node: &Node, known: &[&str]) -> bool {
        let Node::Object(fields) = node else {
            self.wrong(node, "an object");
            return false;
        };
        if MESSAGES {
            let unknown = fields.iter().filter(|(name, _)| !known.contains(&name.as_str()));
            let free = known.iter().copied().filter(|known| node.get(known).is_none());
            let free: Vec<&str> = free.collect();
            for (name, _) in unknown.take(MOST_UNKNOWN) {
                let meant = nearest(name, free.iter().copied());
                let one_of = known.join(", ");
                let help =
                    message![&mean(meant.as_deref()), "Delete it, or write one of: ", &one_of, "."];
                self.path.0.push(Step::Field(name.clone().into()));
                self.say(
                    "shape/unknown-field",
                    "is no field of this format.",
                    help,
                    meant.map(Mend::Rename),
                );
                self.path.0.pop();
            }
        }
        true
    }

    pub(super) fn wrong(&mut self, node: &Node, wanted: &str) {
        let more = match node {
            Node::OtherNumber => ", without a decimal point",
            _ => "",
        };
        let help = message!["Write ", wanted, more, "."];
        self.say("shape/wrong-kind", message!["is ", node.kind(), "."], help, None);
    }

    /// Says why a node is not two whole numbers.
    fn no_pair(&mut self, node: &Node, wanted: &str) {
        let Node::List(list) = node else { return self.wrong(node, wanted) };
        if !MESSAGES {
            return self.wrong(node, wanted);
        }
        let found = match list.iter().find(|node| !matches!(node, Node::Number(_))) {
            _ if list.is_empty() => message!["is an empty list."],
            Some(node) => message!["holds ", node.kind(), ", where a whole number must be."],
            None if list.len() == 1 => message!["holds one number, not two."],
            None => message!["holds ", &list.len().to_string(), " numbers, not two."],
        };
        let quoted = list.iter().any(|node| matches!(node, Node::Text(_)));
        let bare = if quoted { ", without quotation marks" } else { "" };
        self.say("shape/wrong-kind", found, message!["Write ", wanted, bare, "."], None);
    }

    pub(super) fn unknown(&mut self, word: &str, words: &[&str]) {
        let meant = nearest(word, words.iter().copied());
        let help = message![&mean(meant.as_deref()), "Write one of: ", &words.join(", "), "."];
        self.say(
            "shape/unknown-word",
            message!["is \"", word, "\", which is none of the words it can be."],
            help,
            meant.map(Mend::Write),
        );
    }

    /// Says that an object of one field has none or several.
    pub(super) fn mixed(&mut self, known: &[&str]) {
        let help =
            message!["Write one of: ", &known.join(", "), "; to join rules, {\"all\": [ … ]}."];
        self.say("shape/rule", "does not have exactly one field.", help, None);
    }

    fn say(
        &mut self,
        id: &'static str,
        found: impl Into<String>,
        help: impl Into<String>,
        mend: Option<Mend>,
    ) {
        if MESSAGES && self.problems.len() >= MOST {
            return;
        }
        self.problems.push(Problem::new(id, self.path.clone(), found, help, mend));
    }
}

fn write(wanted: &str) -> String {
    message!["Write ", wanted, "."]
}

impl Read for String {
    const KIND: &'static str = "a text";

    #[cfg(feature = "messages")]
    type Schema = Self;

    fn empty() -> Self {
        Self::new()
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        match node {
            Node::Text(text) => return text.clone(),
            _ => reader.wrong(node, Self::KIND),
        }
        Self::empty()
    }
}

impl Read for Words {
    const KIND: &'static str = String::KIND;

    #[cfg(feature = "messages")]
    type Schema = String;

    fn empty() -> Self {
        Self::new("")
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        match node {
            Node::Text(text) => return Self::new(text),
            Node::Untranslated(text) => return Self::untranslated(text),
            _ => reader.wrong(node, Self::KIND),
        }
        Self::empty()
    }
}

impl Read for u32 {
    const KIND: &'static str = "a whole number";

    #[cfg(feature = "messages")]
    type Schema = Self;

    fn empty() -> Self {
        0
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        match node {
            Node::Number(number) => return *number,
            _ => reader.wrong(node, Self::KIND),
        }
        0
    }
}

impl Read for bool {
    const KIND: &'static str = "true or false";

    #[cfg(feature = "messages")]
    type Schema = Self;

    fn empty() -> Self {
        false
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        match node {
            Node::Flag(flag) => return *flag,
            _ => reader.wrong(node, Self::KIND),
        }
        false
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

impl Read for [u32; 2] {
    const KIND: &'static str = "two whole numbers, such as [3, 4]";

    #[cfg(feature = "messages")]
    type Schema = Self;

    fn empty() -> Self {
        [0; 2]
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        if let Node::List(list) = node
            && let [Node::Number(from), Node::Number(to)] = list[..]
        {
            return [from, to];
        }
        reader.no_pair(node, Self::KIND);
        Self::empty()
    }
}

impl<T: Read> Read for Option<T> {
    const KIND: &'static str = T::KIND;

    #[cfg(feature = "messages")]
    type Schema = Option<T::Schema>;

    fn empty() -> Self {
        None
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        if *node == Node::Null { None } else { Some(T::read(reader, node)) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    const KIND: &'static str = "a list";

    #[cfg(feature = "messages")]
    type Schema = Vec<T::Schema>;

    fn empty() -> Self {
        Self::new()
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        let Node::List(nodes) = node else {
            reader.wrong(node, Self::KIND);
            return Self::new();
        };
        if MESSAGES && nodes.len() > MOST_ENTRIES {
            let found = message!["has ", &nodes.len().to_string(), " entries."];
            reader.say("shape/too-many", found, message!["Write at most 5000."], None);
        }
        nodes
            .iter()
            .take(MOST_ENTRIES)
            .enumerate()
            .map(|(index, node)| {
                reader.path.enter_entry(index);
                let value = T::read(reader, node);
                reader.path.leave();
                value
            })
            .collect()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

/// A field for those who write the file: the visitor's program passes over it.
#[derive(Debug)]
pub struct StaffOnly<T>(pub T);

impl<T: Read> Read for StaffOnly<T> {
    const KIND: &'static str = T::KIND;

    #[cfg(feature = "messages")]
    type Schema = T::Schema;

    fn empty() -> Self {
        Self(T::empty())
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        if MESSAGES { Self(T::read(reader, node)) } else { Self::empty() }
    }

    fn absent() -> Option<Self> {
        T::absent().map(Self)
    }
}

/// An object whose names are anybody's.
#[derive(Debug)]
pub struct Map<T>(pub Vec<(String, T)>);

impl<T: Read> Read for Map<T> {
    const KIND: &'static str = "an object, { … }";

    #[cfg(feature = "messages")]
    type Schema = crate::schema::NamedSchema<T::Schema>;

    fn empty() -> Self {
        Self(Vec::new())
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        let Node::Object(fields) = node else {
            reader.wrong(node, Self::KIND);
            return Self::empty();
        };
        let mut named = Vec::with_capacity(fields.len());
        for (name, node) in fields {
            reader.path.0.push(Step::Field(name.clone().into()));
            named.push((name.clone(), T::read(reader, node)));
            reader.path.leave();
        }
        Self(named)
    }
}

/// Declares structs of the file, each with its reader. The name in the file follows the field where
/// it is another one.
macro_rules! record {
    ($(
        $(#[doc = $doc:literal])*
        $vis:vis struct $name:ident {
            $( $(#[doc = $field_doc:literal])* $field:ident $(as $alias:literal)? : $kind:ty, )*
        }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug)]
        $vis struct $name {
            $( $(#[doc = $field_doc])* pub $field: $kind, )*
        }

        impl Read for $name {
            const KIND: &'static str = "an object, { … }";

            #[cfg(feature = "messages")]
            type Schema = Self;

            fn empty() -> Self {
                Self { $( $field: Read::empty(), )* }
            }

            fn read(reader: &mut Reader, node: &Node) -> Self {
                const KNOWN: &[&str] = &[$( record!(@name $field $($alias)?) ),*];
                if !reader.object(node, KNOWN) {
                    return Self::empty();
                }
                Self { $( $field: reader.field(node, record!(@name $field $($alias)?)), )* }
            }
        }

        #[cfg(feature = "messages")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let fields = vec![$( $crate::schema::Field {
                    name: record!(@name $field $($alias)?),
                    docs: &[$($field_doc),*],
                    optional: <$kind as Read>::absent().is_some(),
                    schema: generator.subschema_for::<<$kind as Read>::Schema>(),
                } ),*];
                $crate::schema::object(&[$($doc),*], fields)
            }
        }
    )*};
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $alias:literal) => { $alias };
}

/// Says which words of the file stand for the variants of an enum.
macro_rules! words {
    ($( $name:ident: $kind:literal { $first:ident = $first_word:literal, $( $variant:ident = $word:literal, )* } )*) => {$(
        impl Read for $name {
            const KIND: &'static str = $kind;

            #[cfg(feature = "messages")]
            type Schema = crate::schema::Choice<Self>;

            fn empty() -> Self {
                Self::$first
            }

            fn read(reader: &mut Reader, node: &Node) -> Self {
                match node {
                    Node::Text(word) if word == $first_word => return Self::$first,
                    $( Node::Text(word) if word == $word => return Self::$variant, )*
                    Node::Text(word) => reader.unknown(word, &[$first_word, $($word),*]),
                    _ => reader.wrong(node, Self::KIND),
                }
                Self::empty()
            }
        }

        #[cfg(feature = "messages")]
        impl crate::schema::Words for $name {
            const NAME: &'static str = stringify!($name);
            const WORDS: &'static [&'static str] = &[$first_word, $($word),*];
        }
    )*};
}

pub(super) use {record, words};
