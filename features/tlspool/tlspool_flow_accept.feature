# Composed from tlspool_requirements.md, sha256 35fa2ba4c3ec43a408974b77cc79990dcc1ba81637b7fb9e932ceed2ee6fa408.
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
