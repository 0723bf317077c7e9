# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_async_process

  @SRS_TLSPOOL_01_140
  Rule: SRS_TLSPOOL_01_140
    On success, `tlspool_async_process` shall return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_process is called and succeeds
      Then tlspool_async_process shall return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_141
  Rule: SRS_TLSPOOL_01_141
    If the pool parameter is NULL, `tlspool_async_process` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_process is called and the pool parameter is NULL
      Then tlspool_async_process shall log an error
      And tlspool_async_process shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_142
  Rule: SRS_TLSPOOL_01_142
    If nothing has come, `tlspool_async_process` shall return 0 and not call on_message.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And nothing has come
      When tlspool_async_process is called
      Then tlspool_async_process shall return 0
      And tlspool_async_process shall not call on_message

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_143
  Rule: SRS_TLSPOOL_01_143
    If the connection has ended, `tlspool_async_process` shall call on_message for each of `3` requests with `EPIPE` and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the connection has ended
      When tlspool_async_process is called
      Then tlspool_async_process shall call on_message for each of 3 requests with EPIPE
      And tlspool_async_process shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |
