# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_async_cancel

  @SRS_TLSPOOL_01_130
  Rule: SRS_TLSPOOL_01_130
    On success, `tlspool_async_cancel` shall return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_cancel is called and succeeds
      Then tlspool_async_cancel shall return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_131
  Rule: SRS_TLSPOOL_01_131
    If the pool parameter is NULL, `tlspool_async_cancel` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_cancel is called and the pool parameter is NULL
      Then tlspool_async_cancel shall log an error
      And tlspool_async_cancel shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_132
  Rule: SRS_TLSPOOL_01_132
    If the request parameter is NULL, `tlspool_async_cancel` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_cancel is called and the request parameter is NULL
      Then tlspool_async_cancel shall log an error
      And tlspool_async_cancel shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_133
  Rule: SRS_TLSPOOL_01_133
    If the answer comes after the call, `tlspool_async_cancel` shall have kept it from every request.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_cancel is called and the answer comes after the call
      Then tlspool_async_cancel shall have kept it from every request

      Examples:
        | underlying |
        | mock       |
        | loopback   |
