# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_flow_refuse

  @SRS_TLSPOOL_01_210
  Rule: SRS_TLSPOOL_01_210
    If the flow parameter is NULL, `tlspool_flow_refuse` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_refuse is called and the flow parameter is NULL
      Then tlspool_flow_refuse shall log an error
      And tlspool_flow_refuse shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |
