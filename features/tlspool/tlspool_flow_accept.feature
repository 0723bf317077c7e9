# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_flow_accept

  @SRS_TLSPOOL_01_200
  Rule: SRS_TLSPOOL_01_200
    If the flow parameter is NULL, `tlspool_flow_accept` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_accept is called and the flow parameter is NULL
      Then tlspool_flow_accept shall log an error
      And tlspool_flow_accept shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |
