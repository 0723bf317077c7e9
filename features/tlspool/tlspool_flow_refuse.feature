# Composed from tlspool_requirements.md, sha256 35fa2ba4c3ec43a408974b77cc79990dcc1ba81637b7fb9e932ceed2ee6fa408.
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
