# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_async_request

  @SRS_TLSPOOL_01_120
  Rule: SRS_TLSPOOL_01_120
    On success, `tlspool_async_request` shall return a non-NULL handle.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_request is called and succeeds
      Then tlspool_async_request shall return a non-NULL handle

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_121
  Rule: SRS_TLSPOOL_01_121
    If the pool parameter is NULL, `tlspool_async_request` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_request is called and the pool parameter is NULL
      Then tlspool_async_request shall log an error
      And tlspool_async_request shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_122
  Rule: SRS_TLSPOOL_01_122
    If the command parameter is NULL, `tlspool_async_request` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_request is called and the command parameter is NULL
      Then tlspool_async_request shall log an error
      And tlspool_async_request shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_123
  Rule: SRS_TLSPOOL_01_123
    If the on_message parameter is NULL, `tlspool_async_request` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_request is called and the on_message parameter is NULL
      Then tlspool_async_request shall log an error
      And tlspool_async_request shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_124
  Rule: SRS_TLSPOOL_01_124
    If the connection has ended, `tlspool_async_request` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the connection has ended
      When tlspool_async_request is called
      Then tlspool_async_request shall log an error
      And tlspool_async_request shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_125
  Rule: SRS_TLSPOOL_01_125
    If the `cbid` of the command names no callback that waits, `tlspool_async_request` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_request is called and the cbid of the command names no callback that waits
      Then tlspool_async_request shall log an error
      And tlspool_async_request shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_126
  Rule: SRS_TLSPOOL_01_126
    If a descriptor comes with a renegotiation, `tlspool_async_request` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_async_request is called and a descriptor comes with a renegotiation
      Then tlspool_async_request shall log an error
      And tlspool_async_request shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
