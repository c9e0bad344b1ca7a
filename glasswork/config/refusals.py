"""What the command says, in one sentence, when something on the host is in the way."""

import errno

from django.db import DatabaseError, connection


class RefusedError(Exception):
    """Why Glasswork does not start or go on; the message is one sentence for whoever runs it."""


OWNER = "check its owner and mode"
FULL = "The disk is full; make some room and start again."
DAMAGED = "The database file is damaged; restore it from a backup."

_FILE_SENTENCES = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: "{path} can’t be written to, because its disk is read-only.",
    errno.EACCES: f"{{path}} can’t be used by this user; {OWNER}.",
    errno.EPERM: f"{{path}} can’t be used by this user; {OWNER}.",
    errno.ENOTDIR: "{path} can’t be used, because part of it is a file and not a folder.",
    errno.EEXIST: "{path} can’t be used, because it is a file and not a folder.",
    errno.ENAMETOOLONG: "{path} can’t be used, because its name is too long.",
    errno.ELOOP: "{path} can’t be used, because its links lead round in a circle.",
    errno.EISDIR: "{path} can’t be used, because it is a folder and not a file.",
}
_DATABASE_SENTENCES = {
    "is locked": "The database is locked by another program; close that program and start again.",
    "readonly": f"The database can’t be written to by this user; {OWNER}.",
    "unable to open": f"The database can’t be opened by this user; {OWNER}.",
    "is full": FULL,
    "disk I/O": "The disk failed while the database was read; check the disk, then start again.",
    "not a database": DAMAGED,
    "malformed": DAMAGED,
}


def file_sentence(error: OSError) -> str | None:
    """What to say about ``error``; None when it is not one that an operator can mend."""
    if error.errno is None or error.errno not in _FILE_SENTENCES:
        return None
    return _FILE_SENTENCES[error.errno].format(path=error.filename or "A file")


def database_sentence(error: DatabaseError) -> str | None:
    """What to say about ``error``; None when it is not one that an operator can mend."""
    if connection.vendor != "sqlite" and "connect" in str(error):
        return "The database doesn’t answer; check GLASSWORK_DATABASE and that its server runs."
    found = (sentence for part, sentence in _DATABASE_SENTENCES.items() if part in str(error))
    return next(found, None)
