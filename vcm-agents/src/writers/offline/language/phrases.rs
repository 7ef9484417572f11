//! The words of a language, by the place where they stand. Every list is a choice: the writer takes what fits and was used least.

use vcm_core::{angles::Archetype, brief::GoalKind, copy::Framework};

/// A list of frames.
pub(in super::super) type Frames = &'static [&'static str];

/// First lines of one kind, as questions and as statements: the two levels of an experiment on hooks.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Row {
    /// First part of the frames' ids: `<id>.ask.<n>` and `<id>.say.<n>`.
    pub(in super::super) id: &'static str,
    /// Questions; at least three.
    pub(in super::super) ask: Frames,
    /// Statements and lead-ins (which end in a colon); at least three.
    pub(in super::super) say: Frames,
}

/// All phrases of a language.
#[derive(Debug)]
pub(in super::super) struct Phrases {
    /// Pronouns by slot name, each as (we, I): `("we", "we", "I")`.
    pub(in super::super) pronouns: &'static [(&'static str, &'static str, &'static str)],
    /// Quotation marks.
    pub(in super::super) quotes: (&'static str, &'static str),
    /// First lines.
    pub(in super::super) hooks: &'static Hooks,
    /// What stands between facts.
    pub(in super::super) joins: &'static Joins,
    /// Closing questions.
    pub(in super::super) questions: &'static Questions,
    /// Calls to action.
    pub(in super::super) calls: &'static Calls,
    /// Titles of Shorts and pins.
    pub(in super::super) titles: &'static Titles,
    /// Titles and premises of angles: archetype, title, premise.
    pub(in super::super) angles: &'static [(Archetype, &'static str, &'static str)],
}

/// First lines by what follows them. What a row promises, the body must keep: the framework guarantees it.
#[derive(Debug)]
pub(in super::super) struct Hooks {
    /// What is new follows.
    pub(in super::super) announcement: Row,
    /// What it is follows, for people who never heard of it.
    pub(in super::super) explainer: Row,
    /// Names `{does}`; the fact behind it follows.
    pub(in super::super) benefit: Row,
    /// Names `{want}`; what helps follows.
    pub(in super::super) want: Row,
    /// Carries `{belief}`; the fact follows.
    pub(in super::super) myth: Row,
    /// Carries `{belief}` and takes sides; the fact follows.
    pub(in super::super) contrarian: Row,
    /// Carries `{doubt}`; the answer follows.
    pub(in super::super) objection: Row,
    /// Several questions with answers follow.
    pub(in super::super) faq: Row,
    /// Carries `{before}`; how it is now follows.
    pub(in super::super) before: Row,
    /// Then and now follow, labelled.
    pub(in super::super) versus: Row,
    /// Two statements that are both true today follow.
    pub(in super::super) side_by_side: Row,
    /// Numbered steps follow.
    pub(in super::super) how_to: Row,
    /// Steps to tick off follow.
    pub(in super::super) checklist: Row,
    /// `{n}` facts follow as entries.
    pub(in super::super) list: Row,
    /// `{n}` facts with figures follow as entries.
    pub(in super::super) numbers: Row,
    /// Dated events follow.
    pub(in super::super) story: Row,
    /// One event follows, and a fact.
    pub(in super::super) behind: Row,
    /// Asks about `{want}`; facts that help follow.
    pub(in super::super) question: Row,
    /// One fact follows.
    pub(in super::super) proof: Row,
    /// A fact with `{figure}` follows.
    pub(in super::super) data_point: Row,
    /// Somebody's words follow.
    pub(in super::super) quote: Row,
    /// Names `{pain}`; what helps follows.
    pub(in super::super) problem: Row,
    /// Salutation of a letter; whole sentences follow.
    pub(in super::super) letter: Row,
    /// What readers may want follows as a list.
    pub(in super::super) fit: Row,
    /// Choices follow.
    pub(in super::super) poll: Row,
    /// The offer follows.
    pub(in super::super) offer: Row,
    /// The offer follows, by its last day `{until}`.
    pub(in super::super) deadline: Row,
    /// A fact on `{trend}` follows.
    pub(in super::super) trend: Row,
}

/// What stands between facts.
#[derive(Debug)]
pub(in super::super) struct Joins {
    /// Lead-ins of a further fact, which follows as a sentence. Used only where lead-ins are what is tested.
    pub(in super::super) further: Frames,
    /// Lead-ins of the first fact after a question.
    pub(in super::super) answer: Frames,
    /// Lead-ins of the fact after a belief: "Fact:".
    pub(in super::super) fact: Frames,
    /// Lead-ins of how it is now: "Now:".
    pub(in super::super) now: Frames,
    /// Labels of then and now.
    pub(in super::super) then_now: &'static [(&'static str, &'static str)],
    /// Sentences that say what the product does, with `{does}`.
    pub(in super::super) does: Frames,
    /// Introduces a list of infinitive phrases that say what one can do with it: "With {product}, you can:".
    pub(in super::super) does_list: Frames,
    /// Introduces a list of facts in the middle of a post: "The essentials:".
    pub(in super::super) facts_list: Frames,
    /// Introduces a list of infinitive phrases that say what readers may want: "It may be for you if you want to:".
    pub(in super::super) wants_list: Frames,
    /// Marks of list entries: "•", "→".
    pub(in super::super) bullets: Frames,
    /// Marks of things to tick off.
    pub(in super::super) boxes: Frames,
    /// "Step {n}:", with the number in figures.
    pub(in super::super) step: &'static str,
    /// Labels of a question and its answer: ("Q:", "A:").
    pub(in super::super) question_answer: (&'static str, &'static str),
    /// Before a code: "Code: {code}."
    pub(in super::super) code: &'static str,
    /// The last day: "Until {until}."
    pub(in super::super) until: &'static str,
    /// Holds required words that nothing else says: "Filed under: {words}."
    pub(in super::super) filed: &'static str,
}

/// Closing questions. None may ask what the post has answered.
#[derive(Debug)]
pub(in super::super) struct Questions {
    /// Fit any post.
    pub(in super::super) open: Frames,
    /// After dated events.
    pub(in super::super) story: Frames,
    /// After a list.
    pub(in super::super) list: Frames,
    /// After a list of what one can do.
    pub(in super::super) choices: Frames,
    /// After a myth.
    pub(in super::super) myth: Frames,
    /// After a doubt and its answer.
    pub(in super::super) objection: Frames,
    /// After a figure.
    pub(in super::super) figure: Frames,
    /// After a quotation.
    pub(in super::super) quote: Frames,
    /// After then and now.
    pub(in super::super) change: Frames,
    /// After a problem or a want.
    pub(in super::super) problem: Frames,
    /// After a trend.
    pub(in super::super) trend: Frames,
}

/// Calls to action.
#[derive(Debug)]
pub(in super::super) struct Calls {
    /// Before a link to something one reads; the link follows.
    pub(in super::super) read: Frames,
    /// Before any link; the link follows.
    pub(in super::super) point: Frames,
    /// Before a link where one signs up.
    pub(in super::super) sign_up: Frames,
    /// Before a link where one buys or donates.
    pub(in super::super) buy: Frames,
    /// Before a link where one takes part.
    pub(in super::super) join: Frames,
    /// Where links cannot be followed: the link is in the profile.
    pub(in super::super) bio: Frames,
    /// The same, to sign up, buy or take part.
    pub(in super::super) bio_act: Frames,
    /// Where there is no link.
    pub(in super::super) keep: Frames,
    /// On pins, which carry the link themselves.
    pub(in super::super) pin: Frames,
    /// Where the answer to a poll goes.
    pub(in super::super) vote: Frames,
}

/// Titles.
#[derive(Debug)]
pub(in super::super) struct Titles {
    /// Shorts about the first fact's topic.
    pub(in super::super) shorts: Frames,
    /// Pins about the first fact's topic: the words people search for first.
    pub(in super::super) pins: Frames,
    /// Where there is no topic.
    pub(in super::super) plain: Frames,
    /// Steps.
    pub(in super::super) steps: Frames,
    /// Beliefs.
    pub(in super::super) myth: Frames,
    /// Doubts.
    pub(in super::super) objection: Frames,
    /// Dates.
    pub(in super::super) story: Frames,
    /// Lists of `{n}` facts.
    pub(in super::super) list: Frames,
    /// Then and now.
    pub(in super::super) change: Frames,
    /// Side by side.
    pub(in super::super) comparison: Frames,
    /// Wants and problems.
    pub(in super::super) want: Frames,
    /// What it is.
    pub(in super::super) announcement: Frames,
    /// Quotations.
    pub(in super::super) quote: Frames,
    /// Offers.
    pub(in super::super) offer: Frames,
}

impl Hooks {
    /// The rows that a framework opens with, the first its own, each with what speaks against it. `carried`: the hook itself
    /// says the first half of a pair; `changed`: that half is past.
    pub(in super::super) fn of(&self, framework: Framework, carried: bool, changed: bool) -> Vec<(&Row, f64)> {
        use Framework as F;
        match framework {
            F::Announcement => vec![(&self.announcement, 0.0)],
            F::Explainer => vec![(&self.explainer, 0.0)],
            F::Aida => vec![(&self.want, 0.0)],
            F::ProblemSolution => vec![(&self.problem, 0.0)],
            F::OpenLetter => vec![(&self.letter, 0.0)],
            F::BeforeAfterBridge | F::Comparison => match (carried, changed) {
                (true, true) => vec![(&self.before, 0.0)],
                (false, true) => vec![(&self.versus, 0.0)],
                (_, false) => vec![(&self.side_by_side, 0.0)],
            },
            F::HowTo => vec![(&self.how_to, 0.0)],
            F::Checklist => vec![(&self.checklist, 0.0), (&self.how_to, 2.0)],
            F::List => vec![(&self.list, 0.0)],
            F::Numbers => vec![(&self.numbers, 0.0), (&self.list, 2.0)],
            F::MythFact => vec![(&self.myth, 0.0)],
            F::Story => vec![(&self.story, 0.0)],
            F::BehindTheScenes => vec![(&self.behind, 0.0)],
            F::Faq => vec![(&self.faq, 0.0)],
            F::Objection => vec![(&self.objection, 0.0)],
            F::DataPoint => vec![(&self.data_point, 0.0), (&self.proof, 1.5)],
            F::Quote => vec![(&self.quote, 0.0)],
            F::Offer => vec![(&self.offer, 0.0)],
            F::Deadline => vec![(&self.deadline, 0.0)],
            F::BenefitProof => vec![(&self.benefit, 0.0)],
            F::Fit => vec![(&self.fit, 0.0)],
            F::Poll => vec![(&self.poll, 0.0)],
            F::Question => vec![(&self.question, 0.0)],
            F::Trend => vec![(&self.trend, 0.0)],
            _ => vec![(&self.proof, 0.0)],
        }
    }
}

impl Calls {
    /// Calls before a link, by what the campaign is for.
    pub(in super::super) fn linked(&self, goal: GoalKind) -> Frames {
        match goal {
            GoalKind::Signups => self.sign_up,
            GoalKind::Sales => self.buy,
            GoalKind::Community => self.join,
            GoalKind::Traffic | GoalKind::Awareness | GoalKind::Engagement => self.read,
        }
    }
}
