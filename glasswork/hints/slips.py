"""Short forms written out and common slips of the fingers mended, so that a rule is written for one spelling only."""

from string import ascii_lowercase

SHORT = {
    **{f"{verb}n't": f"{verb} not" for verb in (
        "do does did is are was were has have had could would should must might need ought".split())},
    **{f"{verb}nt": f"{verb} not" for verb in (
        "do does did is are was has have had could would should must".split())},
    "can't": "can not", "cannot": "can not", "cant": "can not", "won't": "will not", "wont": "will not",
    "shan't": "shall not", "ain't": "is not", "aint": "is not", "y'all": "you all", "let's": "let us", "lets": "let us",
    "im": "i am", "ive": "i have", "id": "i would", "youre": "you are", "youve": "you have", "youll": "you will",
    "youd": "you would", "hes": "he is", "shes": "she is", "theyre": "they are", "theyve": "they have",
    "thats": "that is", "whats": "what is", "theres": "there is", "its": "it is", "u": "you", "ur": "your",
    "ya": "you", "yu": "you", "yuo": "you", "r": "are", "gonna": "going to", "wanna": "want to", "gotta": "got to",
    "gunna": "going to", "dunno": "do not know", "cos": "because", "cuz": "because", "coz": "because", "bc": "because",
    "b/c": "because", "pls": "please", "plz": "please", "thx": "thanks", "kms": "kill myself", "dnt": "do not",
    "idk": "i do not know", "abt": "about", "anymore": "any more", "realy": "really", "rly": "really", "n": "and",
    "noone": "no one", "alot": "a lot", "hubby": "husband", "hubbie": "husband", "bf": "boyfriend", "gf": "girlfriend",
    "mom": "mum", "mother": "mum", "dad": "father", "ex-husband": "ex", "ex-wife": "ex", "ex-boyfriend": "ex",
    "ex-girlfriend": "ex", "ex-partner": "ex", "suiside": "suicide", "sucidal": "suicidal", "suicidle": "suicidal",
    "suacidal": "suicidal", "scard": "scared", "scarred": "scared", "afriad": "afraid", "affraid": "afraid",
    "beleive": "believe", "thier": "their", "hitted": "hit", "chocked": "choked",
    "chockes": "chokes", "chocking": "choking", "treatened": "threatened", "treatens": "threatens",
    "strangeld": "strangled", "kil": "kill", "kiling": "killing", "killng": "killing", "killin": "killing",
    "kiled": "killed", "slaped": "slapped", "slaps": "slaps", "grabed": "grabbed", "puched": "punched",
    "pucnhed": "punched", "pushd": "pushed", "kicket": "kicked", "hurst": "hurts", "cuting": "cutting",
    "selfharm": "self-harm", "selfharming": "self-harming", "dieing": "dying", "dyeing": "dying", "od": "overdose",
    "alowed": "allowed", "aloud": "aloud", "lokced": "locked", "loked": "locked", "traks": "tracks", "chek": "check",
    "cheks": "checks", "pasword": "password", "passwrd": "password", "pswd": "password", "lissen": "listen",
    "lisen": "listen", "lsiten": "listen", "allways": "always", "alwys": "always", "alwasy": "always",
    "nver": "never", "nevr": "never", "neever": "never", "nvr": "never", "evry": "every", "everytime": "every time",
    "everthing": "everything", "definately": "definitely", "stuipd": "stupid", "stoopid": "stupid", "dnot": "do not",
    "wat": "what", "wht": "what", "y": "why", "luv": "love", "tonite": "tonight", "becuase": "because",
    "tho": "though", "my-self": "myself", "mysef": "myself", "myslef": "myself", "mself": "myself",
    "yoursel": "yourself", "meself": "myself", "yourselves": "yourself", "forsed": "forced", "frightend": "frightened",
    "terified": "terrified", "shoud": "should", "shuld": "should", "shud": "should", "wuld": "would", "fel": "feel",
    "husbend": "husband", "husban": "husband", "somthing": "something", "sumthing": "something", "smth": "something",
    "witout": "without", "togther": "together", "overdosd": "overdosed", "b4": "before", "2nite": "tonight",
    "tmrw": "tomorrow", "hav": "have", "wich": "which", "freind": "friend", "beleived": "believed",
    "omg": "oh", "k": "k",
}  # fmt: skip

# Long words that matter to a rule. One letter left out, doubled, swapped or wrong still reads as the word.
_KEY = (
    "always constantly everything nothing nobody pathetic disgusting ridiculous narcissist manipulative selfish "
    "abandoned disrespected neglected manipulated suicide suicidal overdose strangled threatened threatens "
    "threatening password location frightened terrified permission unsafe controlling"
).split()
_REAL = {"threaten", "strangle", "strangles", "noting", "manipulates", "constancy"}

SUFFIX = (
    ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"), ("'m", "am"), ("n't", "not"),
)  # fmt: skip
IS = frozenset(
    "it he she that what who where there here how why when this everyone everybody nobody everything nothing".split()
)


def mended(word: str) -> str:
    """One lower-case word, written out: “can't” as “can not”, “evrything” as “everything”."""
    return _MENDED.get(word) or (_written_out(word) if "'" in word else word)


def _written_out(word: str) -> str:
    for ending, full in SUFFIX:
        if word.endswith(ending):
            return f"{mended(word.removesuffix(ending))} {full}"
    if word.endswith("'s") and word[:-2] in IS:
        return f"{word[:-2]} is"
    return word.strip("'")


def _variants(word: str) -> set[str]:
    cuts = [(word[:place], word[place:]) for place in range(1, len(word) + 1)]
    left_out = {a + b[1:] for a, b in cuts if b}
    doubled = {a + a[-1] + b for a, b in cuts}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    wrong = {a + letter + b[1:] for a, b in cuts if b for letter in ascii_lowercase}
    return left_out | doubled | swapped | wrong


_VARIANTS = {slip: word for word in _KEY for slip in _variants(word) - {*_KEY, *_REAL}}
_MENDED = _VARIANTS | SHORT
