# slurm.sh: a Slurm of its own on this machine, in one folder: no systemd, no root, no setting outside; sourced by run.sh.
#
#   slurm_missing           prints what is not installed, nothing if all is
#   slurm_start FOLDER      starts munged, slurmctld and slurmd, and comes back when jobs can be sent
#   slurm_stop              ends jobs and daemons; may always be called

slurm_munged= slurm_controller= slurm_node= slurm_takes_jobs=no

slurm_missing() {
    for slurm_program in munged munge slurmctld slurmd sinfo sbatch scancel squeue setpriv; do
        command -v $slurm_program >/dev/null || echo $slurm_program
    done
}

# Two ports on which nobody listens.
slurm_free_ports() {
    python3 -c '
import socket
sockets = [socket.socket() for _ in range(2)]
for each in sockets:
    each.bind(("127.0.0.1", 0))
print(*(each.getsockname()[1] for each in sockets))'
}

# slurm_write_settings FOLDER CONTROLLER_PORT NODE_PORT: neither control groups nor accounts nor a name server are needed.
slurm_write_settings() {
    slurm_host=$(hostname -s) || return 1
    : >"$1/plugstack.conf"
    cat >"$1/slurm.conf" <<END
ClusterName=spread
SlurmctldHost=$slurm_host(127.0.0.1)
SlurmctldPort=$2
SlurmdPort=$3
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$1/munge.socket
StateSaveLocation=$1/state
SlurmdSpoolDir=$1/spool
SlurmctldPidFile=$1/slurmctld.pid
SlurmdPidFile=$1/slurmd.pid
PlugStackConfig=$1/plugstack.conf
MailProg=/bin/true
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=1
SlurmdParameters=config_overrides
ReturnToService=1
KillWait=1
NodeName=here NodeHostname=$slurm_host NodeAddr=127.0.0.1 CPUs=2 RealMemory=2048
PartitionName=all Nodes=here Default=YES MaxTime=INFINITE State=UP
END
}

# slurm_wait_for PROCESS COMMAND...: asks again and again until the command succeeds; not if the process ends before.
slurm_wait_for() {
    slurm_process=$1
    shift
    slurm_until=$(($(date +%s) + 60))
    until "$@"; do
        kill -0 "$slurm_process" 2>/dev/null && [ "$(date +%s)" -lt $slurm_until ] || return 1
    done
}

slurm_munge_answers() {
    munge --socket="$slurm_folder/munge.socket" --no-input >/dev/null 2>&1
}

slurm_node_is_idle() {
    sinfo --noheader --format=%T 2>/dev/null | grep -qx idle
}

slurm_queue_is_empty() {
    slurm_queue=$(squeue --noheader 2>/dev/null) && [ -z "$slurm_queue" ]
}

# Every daemon stays a child of this shell and ends with it, even if the shell is killed.
slurm_start() {
    slurm_folder=$1
    slurm_ports=$(slurm_free_ports) &&
        mkdir "$slurm_folder/state" "$slurm_folder/spool" &&
        slurm_write_settings "$slurm_folder" $slurm_ports &&
        dd if=/dev/urandom of="$slurm_folder/munge.key" bs=128 count=1 2>/dev/null &&
        chmod 400 "$slurm_folder/munge.key" || return 1
    export SLURM_CONF="$slurm_folder/slurm.conf"

    # Forced, as it warns of root and of folders that others cannot look into.
    setpriv --pdeathsig KILL munged --foreground --force --socket="$slurm_folder/munge.socket" \
        --key-file="$slurm_folder/munge.key" --pid-file="$slurm_folder/munged.pid" \
        --seed-file="$slurm_folder/munge.seed" >"$slurm_folder/munged.log" 2>&1 &
    slurm_munged=$!
    slurm_wait_for $slurm_munged slurm_munge_answers || return 1
    setpriv --pdeathsig KILL slurmctld -D -i >"$slurm_folder/slurmctld.log" 2>&1 &
    slurm_controller=$!
    setpriv --pdeathsig KILL slurmd -D >"$slurm_folder/slurmd.log" 2>&1 &
    slurm_node=$!
    slurm_wait_for $slurm_node slurm_node_is_idle && slurm_takes_jobs=yes
}

slurm_stop() {
    if [ $slurm_takes_jobs = yes ] && ! slurm_queue_is_empty; then
        scancel --user="$(id -un)" 2>/dev/null
        slurm_wait_for $slurm_controller slurm_queue_is_empty
    fi
    for slurm_process in $slurm_node $slurm_controller $slurm_munged; do
        kill "$slurm_process" 2>/dev/null
        wait "$slurm_process"
    done
    slurm_munged= slurm_controller= slurm_node= slurm_takes_jobs=no
}
