//! What stands for each character of ambiguous width: the table behind `substitute`, nothing else.

/// A safe character and the signs it stands for.
pub(super) const SIGNS: [(char, &str); 37] = [
    ('.', "…‥․·•‧¸˛∙"),
    ('-', "‐–—―¯ˉ‾╴─━┄┅┈┉╌╍∼∽"),
    ('=', "═≈≌≒≡⇔"),
    ('|', "‖│┃┆┇┊┋╎╏║▌▍▎▏▕∣∥"),
    ('+', "┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋"),
    ('+', "╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬╭╮╯╰±†‡⊕"),
    ('/', "╱÷∕⊿"),
    ('\\', "╲"),
    ('X', "╳Ⅹⅹ"),
    ('x', "×"),
    ('#', "█▇▆▅▉▊▋▒▓■▣▤▥▦▧▨▩¤♯"),
    ('_', "▁▂▃▄"),
    ('"', "“”″▀▔¨˝▪"),
    ('\'', "‘’′‵´ˊ˙"),
    ('`', "ˋ"),
    ('*', "●◆★◈◉◎※⊙◐◑☉✽❖"),
    ('o', "○◇◯☆°˚□"),
    ('^', "▲△↑⇧ˇ˄∧∩⌒˘"),
    ('v', "▼▽↓∨∪√"),
    ('>', "▶▷→⇒≥≧≫⊃⊇☞"),
    ('<', "◀◁←≤≦≪⊂⊆☜"),
    ('~', "↔↕˜"),
    (':', "∶∴∵∷ː"),
    ('!', "¡≠"),
    ('S', "§∑∫"),
    ('P', "¶∏"),
    ('T', "™☎☏"),
    ('R', "®"),
    ('C', "℃℅"),
    ('F', "℉"),
    ('N', "№"),
    ('E', "€∃∈"),
    ('%', "‰"),
    ('0', "⓪⓿🄀∅"),
    ('1', "¹₁"),
    ('2', "²₂"),
    ('3', "³₃"),
];

/// Letters of ambiguous width (pinyin and other Latin, Greek, Cyrillic) and the ASCII letters for them, place by place.
/// unicode-width calls them narrow everywhere; terminals set to wide do not.
pub(super) const LETTERS: [(&str, &str); 6] = [
    (
        "ªºÆÐØÞßàáæèéêìíðòóøùúüþāđēěĦħīıĲĳĸĿŀŁłńňŉŊŋōŒœŦŧūǎǐǒǔǖǘǚǜɑɡ",
        "aoADOPsaaaeeeiidooouuupadeeHhiiJjkLlLlnnnNnoOoTtuaiouuuuuag",
    ),
    ("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "ABGDEZHQIKLMNXOPRSTYFCYO"),
    ("αβγδεζηθικλμνξοπρστυφχψω", "abgdezhqiklmnxoprstyfcyo"),
    ("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁ", "ABVGDEJZIIKLMNOPRSTUFHCCSS'Y'EUAE"),
    ("абвгдежзийклмнопрстуфхцчшщъыьэюяё", "abvgdejziiklmnoprstufhccss'y'euae"),
    ("ⁿℓΩÅ⁴₄", "nlOA44"),
];
