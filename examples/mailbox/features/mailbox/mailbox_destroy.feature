# Composed from mailbox_requirements.md, sha256 e53f899b121ff746fa46b4febe426c2b933b3b3f3bca35f907ee54871307206e.
# Do not edit: iospec generate writes this file.
@mailbox
Feature: mailbox: mailbox_destroy

  @SRS_MAILBOX_01_004
  Rule: SRS_MAILBOX_01_004
    If `mailbox` is NULL, `mailbox_destroy` shall do nothing.

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      When mailbox_destroy is called and mailbox is NULL
      Then mailbox_destroy shall do nothing

      Examples:
        | underlying |
        | mock       |
        | files      |
