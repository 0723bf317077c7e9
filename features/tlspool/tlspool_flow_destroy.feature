# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_flow_destroy

  @SRS_TLSPOOL_01_170
  Rule: SRS_TLSPOOL_01_170
    If the flow parameter is NULL, `tlspool_flow_destroy` shall do nothing.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_destroy is called and the flow parameter is NULL
      Then tlspool_flow_destroy shall do nothing

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_171
  Rule: SRS_TLSPOOL_01_171
    If an answer comes after the call, `tlspool_flow_destroy` shall have kept it from every callback.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_destroy is called and an answer comes after the call
      Then tlspool_flow_destroy shall have kept it from every callback

      Examples:
        | underlying |
        | mock       |
        | loopback   |
