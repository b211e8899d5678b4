#!/usr/bin/env bash
# Makes the base images that our Dockerfiles name, on a machine that reaches no image registry: Debian by debootstrap,
# with the JDK of this machine. Images that are there already are kept.
# usage: base_images.sh JAVA_HOME CACHE_DIR
set -euo pipefail

java_home=$1
cache=$2
mkdir -p "$cache"

debian() { # debian TAG NAME PACKAGES: Debian with some packages; the archive is kept
    docker image inspect "$1" >/dev/null 2>&1 && return
    if [ ! -f "$cache/$2.tar" ]; then
        rm -rf "${cache:?}/$2"
        debootstrap --variant=minbase --include="$3" bookworm "$cache/$2" >"$cache/debootstrap.log" 2>&1
        rm -rf "$cache/$2"/var/cache/apt/archives/*.deb "$cache/$2"/var/lib/apt/lists/*
        tar -C "$cache/$2" -cf "$cache/$2.tar.part" .
        mv "$cache/$2.tar.part" "$cache/$2.tar"
        rm -rf "${cache:?}/$2"
    fi
    docker import "$cache/$2.tar" "$1" >/dev/null
}
debian debian:bookworm-slim bookworm ca-certificates,libnuma1
debian python:3.11-slim bookworm-python ca-certificates,python3,python3-venv

image() { # image TAG FOLDER: Debian with a Java at /opt/java/openjdk
    local context
    context=$(mktemp -d)
    cp -rL "$2" "$context/java"
    printf 'FROM debian:bookworm-slim\nENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:$PATH LANG=C.UTF-8\nCOPY java /opt/java/openjdk\n' \
        >"$context/Dockerfile"
    DOCKER_BUILDKIT=0 docker build -q -t "$1" "$context" >/dev/null
    rm -rf "$context"
}

if ! docker image inspect eclipse-temurin:25-jre >/dev/null 2>&1; then
    jre=$(mktemp -d)
    "$java_home/bin/jlink" --module-path "$java_home/jmods" --add-modules \
        java.se,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.management,jdk.net,jdk.httpserver,jdk.jfr,jdk.naming.dns,jdk.localedata \
        --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$jre/java"
    image eclipse-temurin:25-jre "$jre/java"
    rm -rf "$jre"
fi
if ! docker image inspect maven:3.9-eclipse-temurin-25 >/dev/null 2>&1; then
    image maven:3.9-eclipse-temurin-25 "$java_home"
fi
