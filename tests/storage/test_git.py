"""A repository that a stranger made runs nothing and answers for nothing but its commits, whatever git is set to do."""

import os
import shutil
from pathlib import Path

import pytest

from building import ORGANISATIONS
from conftest import Run
from govreg.errors import GovregError
from govreg.storage import git
from govreg.storage.reader import read_tree
from govreg.storage.revision import revision_tree
from repository import NEEDS_GIT, NEEDS_SHELL, commit, commit_with, program, run_git

pytestmark = [NEEDS_GIT, NEEDS_SHELL]


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a register and one commit."""
    return _repository(tmp_path_factory.mktemp("committed"), "Board")


@pytest.fixture
def top(committed: Path, tmp_path: Path) -> Path:
    """A repository as `committed`, to be changed."""
    return shutil.copytree(committed, tmp_path / "checkout")


def _repository(top: Path, title: str) -> Path:
    (top / "register" / "meetings").mkdir(parents=True)
    (top / "register" / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (top / "register" / "meetings" / "board.yaml").write_text(f"title: {title}\nlead: opcc\n", encoding="utf-8")
    run_git(top, "init", "--quiet")
    commit(top)
    return top


def _title(top: Path, revision: str = "HEAD") -> str:
    return read_tree(revision_tree(top / "register", revision)).register.meetings["board"].title


def _instead_of_git(folder: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """Have `does` happen before git is called: for what another version of git or another owner would make of the call."""
    folder.mkdir()
    program(folder / "git", f'{does}\nexec {shutil.which("git")} "$@"')
    monkeypatch.setenv("PATH", os.pathsep.join([str(folder), os.environ["PATH"]]))


def _partial_clone(top: Path, ran: Path) -> Path:
    """A clone that lacks the contents of all files, and asks a remote for them that runs a program of its maker's choice."""
    clone = top.parent / "partial"
    run_git(top, "config", "uploadpack.allowFilter", "true")
    run_git(top.parent, "clone", "--quiet", "--no-checkout", "--filter=blob:none", top.as_uri(), str(clone))
    run_git(clone, "reset", "--quiet")
    (clone / "register" / "meetings").mkdir(parents=True)
    run_git(clone, "config", "remote.origin.uploadpack", str(program(top.parent / "evil", f"touch {ran}; exec git-upload-pack $1")))
    for protocol in ("file", "ext"):
        run_git(clone, "config", f"protocol.{protocol}.allow", "always")
    return clone


@pytest.mark.parametrize("before", ["", "unset GIT_NO_LAZY_FETCH"], ids=["", "git that does not know GIT_NO_LAZY_FETCH"])
@pytest.mark.parametrize("url", [None, "ext::sh -c 'touch {ran}'", "ssh://example.org/x"])
def test_a_missing_object_is_never_fetched(
    before: str, url: str | None, top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = tmp_path / "ran"
    clone = _partial_clone(top, ran)
    if url is not None:
        run_git(clone, "config", "remote.origin.url", url.format(ran=ran))
        run_git(clone, "config", "core.sshCommand", f"touch {ran};")
    _instead_of_git(tmp_path / "older", monkeypatch, before)

    with pytest.raises(GovregError, match=r"this repository|This copy of the repository has no object"):
        _title(clone)
    assert not ran.exists()


def test_no_program_named_in_a_configuration_is_run(top: Path, tmp_path: Path, run: Run) -> None:
    ran = tmp_path / "ran"
    evil = str(program(tmp_path / "evil", f"touch {ran}"))
    commit_with(top, head=b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n")
    names = ("gpg.program", "core.fsmonitor", "core.pager", "diff.external", "diff.x.textconv", "filter.x.smudge", "filter.x.clean")
    for name in (*names, "core.sshCommand", "core.editor", "core.askPass", "core.alternateRefsCommand", "alias.rev-list"):
        run_git(top, "config", name, f"!{evil}" if name.startswith("alias") else evil)
    for command in ("rev-parse", "rev-list", "cat-file", "merge-base"):
        run_git(top, "config", f"pager.{command}", evil)
    run_git(top, "config", "log.showSignature", "true")
    run_git(top, "config", "core.hooksPath", str(tmp_path))
    (top / ".git" / "info").mkdir(exist_ok=True)
    (top / ".git" / "info" / "attributes").write_text("* diff=x filter=x\n", encoding="ascii")

    for words in ("diff HEAD~1", "diff HEAD~1...", "diff --history board", "validate --base HEAD"):
        ran_command = run(words, cwd=top)
        assert (ran_command.status, ran_command.err) == (0, ""), words
    assert not ran.exists()


def test_git_variables_never_lead_to_another_repository(top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = _repository(tmp_path / "other", "Another board")
    for name, value in {
        "GIT_DIR": str(other / ".git"),
        "GIT_WORK_TREE": str(other),
        "GIT_OBJECT_DIRECTORY": str(other / ".git" / "objects"),
        "GIT_NAMESPACE": "other",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_CONFIG_PARAMETERS": "'core.bare'='nonsense'",
        "GIT_CEILING_DIRECTORIES": str(top),
    }.items():
        monkeypatch.setenv(name, value)
        assert _title(top) == "Board", name


def test_git_is_never_run_from_the_current_folder(top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = tmp_path / "ran"
    program(top / "git", f"touch {ran}")
    monkeypatch.chdir(top)
    for path in (f".{os.pathsep}{os.environ['PATH']}", f"{os.pathsep}{os.environ['PATH']}"):
        monkeypatch.setenv("PATH", path)
        assert _title(Path()) == "Board"
    monkeypatch.setenv("PATH", os.pathsep.join([".", str(tmp_path)]))
    with pytest.raises(GovregError, match="git is not installed"):
        _title(Path())
    assert not ran.exists()


ANOTHER_OWNER = "export GIT_TEST_ASSUME_DIFFERENT_OWNER=1"
"""What git's own tests do to have a repository of somebody else's."""


@pytest.fixture
def strange(top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of another owner, whom nothing says to trust but the repository itself."""
    _instead_of_git(tmp_path / "as-other", monkeypatch, ANOTHER_OWNER)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    config = top / ".git" / "config"
    config.write_text(f"{config.read_text(encoding='utf-8')}[safe]\n\tdirectory = *\n", encoding="utf-8")
    return top


def test_a_repository_of_another_owner_is_refused_in_gits_words(strange: Path) -> None:
    with pytest.raises(GovregError, match="detected dubious ownership in repository at") as refused:
        _title(strange)
    assert refused.value.hint == f"If you trust the repository's owner, run: git config --global --add safe.directory {strange}"


@pytest.mark.parametrize("where", ["home", "file", "variable"])
def test_a_repository_that_the_user_trusts_is_read(where: str, strange: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if where == "variable":
        values = {"GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "core.bare", "GIT_CONFIG_VALUE_0": "nonsense"}
        for name, value in {**values, "GIT_CONFIG_KEY_1": "Safe.Directory", "GIT_CONFIG_VALUE_1": str(strange)}.items():
            monkeypatch.setenv(name, value)
    else:
        file = tmp_path / (".gitconfig" if where == "home" else "settings")
        file.write_text(f"[safe]\n\tdirectory = {strange}\n", encoding="utf-8")
        if where == "file":
            monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(file))

    assert _title(strange) == "Board"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_reading_an_endless_configuration_is_given_up(top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    run_git(top, "config", "include.path", str(tmp_path / "pipe"))
    monkeypatch.setattr(git, "_PATIENCE", 0.1)

    with pytest.raises(GovregError, match="git didn't answer"):
        _title(top)


def test_a_broken_configuration_is_reported_in_gits_words_without_control_characters(top: Path) -> None:
    (top / ".git" / "config").write_bytes(b"[core]\n\trepositoryformatversion = 99\xc2\x9b31m\xe2\x80\xae\n")

    with pytest.raises(GovregError, match="git couldn't read the repository: bad numeric config value") as refused:
        _title(top)
    assert refused.value.message.isprintable()


def test_a_folder_that_looks_like_a_repository_is_not_one(top: Path, tmp_path: Path) -> None:
    run_git(tmp_path, "init", "--quiet", "--bare", str(top / "register" / "bare"))
    for path in (top / "register" / "bare").iterdir():
        path.rename(top / "register" / path.name)

    with pytest.raises(GovregError, match="cannot use bare repository"):
        _title(top)


def test_an_empty_git_folder_is_passed_over_as_git_does(top: Path) -> None:
    (top / "register" / ".git").mkdir()

    assert _title(top) == "Board"


@pytest.mark.parametrize("worktree", ["/", "../..", "../../elsewhere"])
def test_a_repository_with_a_work_tree_elsewhere_is_refused(worktree: str, top: Path) -> None:
    (top.parent / "elsewhere").mkdir()
    run_git(top, "config", "core.worktree", worktree)

    with pytest.raises(GovregError, match="says that its files are elsewhere"):
        _title(top)


def test_linked_checkouts_and_submodules_are_read_where_they_are(top: Path, tmp_path: Path) -> None:
    run_git(top, "worktree", "add", "--quiet", str(tmp_path / "linked"))
    around = _repository(tmp_path / "around", "Around")
    run_git(around, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", top.as_uri(), "part")

    assert _title(tmp_path / "linked") == _title(around / "part") == "Board"


def _object_file(top: Path, revision: str) -> str:
    name = run_git(top, "rev-parse", revision).strip()
    return f"objects/{name[:2]}/{name[2:]}"


@pytest.mark.parametrize(
    "file", ["HEAD", "config", "packed-refs", "index", "HEAD:", "HEAD:register", "HEAD:register/meetings/board.yaml", "shallow"]
)
def test_a_pipe_in_place_of_a_git_file_is_an_error(file: str, top: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setattr(git, "_PATIENCE", 1 if file == "index" else 0.1)  # where git answers it has the time to
    monkeypatch.setattr(git, "_PAUSE", 0.02)
    path = top / ".git" / (_object_file(top, file) if ":" in file else file)
    path.unlink(missing_ok=True)
    os.mkfifo(path)

    for question in ("diff HEAD", "validate --base HEAD"):
        ran = run(question, cwd=top)
        if file == "index":  # which no question needs
            assert ran.status in (0, 1)
        else:
            assert ran.status == 2
            assert ran.err.startswith("govreg: git didn't answer within 0.1 seconds") or "not in a git repository" in ran.err
