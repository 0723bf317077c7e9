# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_async_closed

  @SRS_TLSPOOL_01_150
  Rule: SRS_TLSPOOL_01_150
    If requests wait, `tlspool_async_closed` shall call on_message for each of `3` requests with `EPIPE`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And requests wait
      When tlspool_async_closed is called
      Then tlspool_async_closed shall call on_message for each of 3 requests with EPIPE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_151
  Rule: SRS_TLSPOOL_01_151
    If the pool parameter is NULL, `tlspool_async_closed` shall log an error.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_closed is called and the pool parameter is NULL
      Then tlspool_async_closed shall log an error

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_152
  Rule: SRS_TLSPOOL_01_152
    If requests wait, `tlspool_async_closed` shall leave `0` descriptors open.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And requests wait
      When tlspool_async_closed is called
      Then tlspool_async_closed shall leave 0 descriptors open

      Examples:
        | underlying |
        | mock       |
        | loopback   |
