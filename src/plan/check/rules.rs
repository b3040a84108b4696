//! Every rule a briefing is held to, in one table: its name, how bad a breach is, and what it asks for.
//! `check --rules` prints it; each [`Reason`] belongs to exactly one of its rows.

use crate::lang::Lang;
use crate::plan::{Reason, Severity};

/// One rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// What it goes by in reports and on the command line.
    pub name: &'static str,
    /// How bad a breach of it is.
    pub severity: Severity,
    /// What it asks for, in 繁體, 简体 and English.
    doc: [&'static str; 3],
}

impl Rule {
    /// What it asks for, in one sentence.
    pub fn doc(&self, lang: Lang) -> &'static str {
        lang.pick(self.doc)
    }

    /// The rule called `name`.
    pub fn named(name: &str) -> Option<&'static Self> {
        RULES.iter().copied().find(|rule| rule.name == name)
    }
}

macro_rules! rules {
    ($($id:ident $severity:ident $name:literal $doc:tt)*) => {
        $(static $id: Rule = Rule { name: $name, severity: Severity::$severity, doc: $doc };)*

        /// All rules: errors, warnings, notes.
        pub static RULES: &[&Rule] = &[$(&$id),*];
    };
}

rules! {
    NO_PLAN Error "no-plan" ["簡報庫要有規劃，規劃的資料夾要有 plan.toml", "简报库要有规划，规划的文件夹要有 plan.toml", "A library has plans, and a plan's folder has a plan.toml"]
    UNREADABLE Error "unreadable-file" ["檔案要是讀得到、不過大的普通檔案", "文件要是读得到、不过大的普通文件", "A file is an ordinary one that can be read and is not too large"]
    NOT_UTF8 Error "not-utf8" ["檔案以 UTF-8 儲存", "文件以 UTF-8 保存", "Files are saved as UTF-8"]
    SYNTAX Error "syntax" ["檔案要合 TOML 語法", "文件要合 TOML 语法", "A file is well-formed TOML"]
    UNKNOWN_KEY Error "unknown-key" ["只用格式所定的鍵", "只用格式所定的键", "Only keys that the format knows"]
    WRONG_TYPE Error "wrong-type" ["值的類型要對", "值的类型要对", "A value has the type its key asks for"]
    MISSING_KEY Error "missing-key" ["必填的鍵不可缺", "必填的键不可缺", "Keys that are needed are there"]
    MISSING_SOURCE Error "missing-source" ["每個條目寫明來源", "每个条目写明来源", "Every item names a source"]
    MISSING_AS_OF Error "missing-as-of" ["每個數字寫明截至何時", "每个数字写明截至何时", "Every number says as of when"]
    MISSING_ENGLISH Error "missing-english" ["每個題目有一行英文", "每个题目有一行英文", "Every title has a line of English"]
    EMPTY_TEXT Error "empty-text" ["寫了的鍵要有內容", "写了的键要有内容", "A text that is written has something in it"]
    UNKNOWN_WORD Error "unknown-word" ["kind 只用格式所定的字", "kind 只用格式所定的字", "A `kind` is one of the words the format knows"]
    BAD_ID Error "bad-id" ["代號用小寫英文字母、數字和連字號", "代号用小写英文字母、数字和连字号", "An id is lower-case letters, digits and hyphens"]
    REPEATED_ID Error "repeated-id" ["代號在章節內不重複", "代号在章节内不重复", "An id stands once in its section"]
    BAD_FIGURE Error "unreadable-figure" ["數字要讀得懂：修飾詞、數目、單位", "数字要读得懂：修饰词、数目、单位", "A figure can be read: qualifier, number, unit"]
    BAD_DATE Error "unreadable-date" ["日期用 EDTF", "日期用 EDTF", "A date is EDTF"]
    DANGLING Error "dangling-reference" ["所指的來源、章節、條目都要在", "所指的来源、章节、条目都要在", "What is referred to is there"]
    MORE_LISTED Error "more-listed" ["列出的不可多過聲明的", "列出的不可多过声明的", "No more is listed than is declared"]
    UNLISTED Warning "unlisted-section" ["章節檔要列入 plan.toml 的 sections", "章节文件要列入 plan.toml 的 sections", "Every section file is named in plan.toml"]
    SERIES_UNIT Warning "series-unit" ["同一系列用同一單位", "同一系列用同一单位", "Numbers of a series share a unit"]
    UNSAFE Warning "unsafe-character" ["不用控制字元、雙向字元和造字", "不用控制字符、双向字符和造字", "No control, bidi or private-use characters"]
    UNUSED_SOURCE Warning "unused-source" ["列出的來源要有條目引用", "列出的来源要有条目引用", "Every source is cited by an item"]
    UNDECLARED Warning "undeclared-total" ["有部分就聲明部分總數；同類章節都聲明措施數，或都不聲明", "有部分就声明部分总数；同类章节都声明措施数，或都不声明", "Parts are of a declared number, and all parts declare their measures or none does"]
    SIMPLIFIED Warning "simplified-character" ["繁體文字不夾簡化字", "繁体文字不夹简化字", "No simplified characters in traditional text"]
    WIDTH Warning "character-width" ["中文用全形標點，數字和英文用半形", "中文用全角标点，数字和英文用半角", "Full-width punctuation in Chinese, half-width letters and digits"]
    NOT_NFC Warning "not-nfc" ["文字是 NFC", "文字是 NFC", "Text is NFC"]
    TOO_LONG Warning "too-long" ["題目和標籤不過長，畫面放得下", "标题和标签不过长，画面放得下", "Titles and labels are short enough for their place on the screen"]
    OUTSIDE_PERIOD Note "outside-period" ["事件在規劃的時期之內", "事件在规划的时期之内", "Events lie within the plan's period"]
    STALE Note "stale-number" ["數字不舊過設定 stale_months 的月數", "数字不旧过设定 stale_months 的月数", "Numbers are no older than the setting stale_months"]
}

/// The rule that `reason` is a breach of.
pub(in crate::plan) fn rule_of(reason: &Reason) -> &'static Rule {
    match reason {
        Reason::NoPlans | Reason::NoPlanFile => &NO_PLAN,
        Reason::NotAFile
        | Reason::Unreadable(_)
        | Reason::TooLarge(_)
        | Reason::LibraryTooLarge(_)
        | Reason::TooManyFiles { .. }
        | Reason::Outside
        | Reason::TooIntricate(_)
        | Reason::MoreProblems(_) => &UNREADABLE,
        Reason::NotUtf8 { .. } => &NOT_UTF8,
        Reason::Syntax(_) => &SYNTAX,
        Reason::UnknownKey { .. } => &UNKNOWN_KEY,
        Reason::WrongType { .. } => &WRONG_TYPE,
        Reason::Missing { key: "sources", .. } => &MISSING_SOURCE,
        Reason::Missing { key: "as_of", .. } => &MISSING_AS_OF,
        Reason::Missing { key: "en", .. } => &MISSING_ENGLISH,
        Reason::Missing { .. } => &MISSING_KEY,
        Reason::Empty(_) => &EMPTY_TEXT,
        Reason::UnknownWord { .. } => &UNKNOWN_WORD,
        Reason::BadId(_) => &BAD_ID,
        Reason::RepeatedId { .. } => &REPEATED_ID,
        Reason::Figure(..) => &BAD_FIGURE,
        Reason::Date(..) => &BAD_DATE,
        Reason::Dangling { .. } => &DANGLING,
        Reason::MoreListed { .. } => &MORE_LISTED,
        Reason::Unlisted(_) => &UNLISTED,
        Reason::SeriesUnit { .. } => &SERIES_UNIT,
        Reason::Unsafe { .. } => &UNSAFE,
        Reason::UnusedSource(_) => &UNUSED_SOURCE,
        Reason::Undeclared(_) => &UNDECLARED,
        Reason::Simplified(_) => &SIMPLIFIED,
        Reason::Width { .. } => &WIDTH,
        Reason::NotNfc { .. } => &NOT_NFC,
        Reason::TooLong { .. } => &TOO_LONG,
        Reason::OutsidePeriod { .. } => &OUTSIDE_PERIOD,
        Reason::Stale { .. } => &STALE,
    }
}
