# Composed from mailbox_requirements.md, sha256 e53f899b121ff746fa46b4febe426c2b933b3b3f3bca35f907ee54871307206e.
# Do not edit: iospec generate writes this file.
@mailbox
Feature: mailbox: mailbox_create

  @SRS_MAILBOX_01_001
  Rule: SRS_MAILBOX_01_001
    On success, `mailbox_create` shall return a non-NULL handle.

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      When mailbox_create is called and succeeds
      Then mailbox_create shall return a non-NULL handle

      Examples:
        | underlying |
        | mock       |
        | files      |

  @SRS_MAILBOX_01_002
  Rule: SRS_MAILBOX_01_002
    If `owner` is NULL, `mailbox_create` shall log an error and return `NULL`.

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      When mailbox_create is called and owner is NULL
      Then mailbox_create shall log an error
      And mailbox_create shall return NULL

      Examples:
        | underlying |
        | mock       |
        | files      |

  @SRS_MAILBOX_01_003
  Rule: SRS_MAILBOX_01_003
    If 2 letters were left by an earlier mailbox of the same owner, `mailbox_create` shall find them by calling `disk_names`.

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      And 2 letters were left by an earlier mailbox of the same owner
      When mailbox_create is called
      Then mailbox_create shall find them by calling disk_names

      Examples:
        | underlying |
        | mock       |
        | files      |
