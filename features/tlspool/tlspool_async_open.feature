# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_async_open

  @SRS_TLSPOOL_01_110
  Rule: SRS_TLSPOOL_01_110
    On success, `tlspool_async_open` shall return a non-NULL handle.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_open is called and succeeds
      Then tlspool_async_open shall return a non-NULL handle

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_111
  Rule: SRS_TLSPOOL_01_111
    If the path parameter is NULL, `tlspool_async_open` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_open is called and the path parameter is NULL
      Then tlspool_async_open shall log an error
      And tlspool_async_open shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_112
  Rule: SRS_TLSPOOL_01_112
    If nobody listens at the path, `tlspool_async_open` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And nobody listens at the path
      When tlspool_async_open is called
      Then tlspool_async_open shall log an error
      And tlspool_async_open shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
