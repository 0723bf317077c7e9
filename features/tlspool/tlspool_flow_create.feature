# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_flow_create

  @SRS_TLSPOOL_01_160
  Rule: SRS_TLSPOOL_01_160
    On success, `tlspool_flow_create` shall return a non-NULL handle.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_create is called and succeeds
      Then tlspool_flow_create shall return a non-NULL handle

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_161
  Rule: SRS_TLSPOOL_01_161
    If the pool parameter is NULL, `tlspool_flow_create` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_create is called and the pool parameter is NULL
      Then tlspool_flow_create shall log an error
      And tlspool_flow_create shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_162
  Rule: SRS_TLSPOOL_01_162
    If the on_flow_error parameter is NULL, `tlspool_flow_create` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_create is called and the on_flow_error parameter is NULL
      Then tlspool_flow_create shall log an error
      And tlspool_flow_create shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
